package photocat.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RowBytesTest {
  private static final int COLUMNS = 4;

  @Test
  void judgesEachRowAsAPlainLoopDoes() {
    Random random = new Random(1);
    int regular = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = rows(random);
      RowBytes counts = new RowBytes(COLUMNS);
      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        counts.add(bytes, from, to);
        from = to;
      }
      boolean open = bytes[bytes.length - 1] != '\n';

      assertThat(counts.lineFeeds()).isEqualTo(count(bytes, '\n'));
      assertThat(counts.regular(open)).as(Arrays.toString(bytes)).isEqualTo(regular(bytes));
      regular += regular(bytes) ? 1 : 0;
    }
    assertThat(regular).isBetween(2_000, 18_000);
  }

  /** Mostly whole rows, with neighbours of TAB, LF and CR among their bytes. */
  private static byte[] rows(Random random) {
    byte[] alphabet = {'a', '\b', 0x0b, '\f', 0x0e, 0, 'I', 'J', 'M', ')', '*', '-', 0x19, 0x1d};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int rows = 1 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      int tabs = COLUMNS - 1 + (random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0);
      for (int i = 0; i < 12 * (tabs + 1); i++) {
        boolean tab = i % 12 == 0 && i > 0;
        int other = random.nextInt(3) == 0 ? alphabet[random.nextInt(alphabet.length)] : 'x';
        bytes.write(tab ? '\t' : random.nextInt(300) == 0 ? '\r' : other);
      }
      if (row < rows - 1 || random.nextBoolean()) {
        bytes.write('\n');
      }
    }
    return bytes.toByteArray();
  }

  private static boolean regular(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return text.lines().allMatch(row -> count(row.getBytes(ISO_8859_1), '\t') == COLUMNS - 1)
        && !text.contains("\r");
  }

  private static int count(byte[] bytes, char sought) {
    int count = 0;
    for (byte each : bytes) {
      count += each == sought ? 1 : 0;
    }
    return count;
  }

  @Test
  void findsTheFirstAndTheLast() {
    byte[] bytes = {'a', '\n', 'b', '\n', 'c'};

    assertThat(RowBytes.firstLineFeed(bytes, 0, 5)).isEqualTo(1);
    assertThat(RowBytes.firstLineFeed(bytes, 2, 5)).isEqualTo(3);
    assertThat(RowBytes.firstLineFeed(bytes, 4, 5)).isEqualTo(-1);
    assertThat(RowBytes.lastLineFeed(bytes, 0, 5)).isEqualTo(3);
    assertThat(RowBytes.lastLineFeed(bytes, 0, 3)).isEqualTo(1);
    assertThat(RowBytes.lastLineFeed(bytes, 0, 1)).isEqualTo(-1);
  }
}
