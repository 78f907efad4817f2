package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RowBytesTest {
  @Test
  void countsAsAPlainLoopDoes() {
    Random random = new Random(1);
    byte[] bytes = new byte[257];
    for (int round = 0; round < 2_000; round++) {
      for (int i = 0; i < bytes.length; i++) {
        // Neighbours of the line feed's bits, and negative bytes, among many line feeds.
        bytes[i] =
            (byte)
                switch (random.nextInt(4)) {
                  case 0, 1 -> '\n';
                  case 2 -> random.nextInt(256);
                  default -> 0x0a ^ (1 << random.nextInt(8));
                };
      }
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from);

      int lineFeeds = 0;
      int controls = 0;
      for (int i = from; i < to; i++) {
        lineFeeds += bytes[i] == '\n' ? 1 : 0;
        controls += bytes[i] >= 0 && bytes[i] < 16 ? 1 : 0;
      }
      RowBytes counts = new RowBytes();
      counts.add(bytes, from, to);

      assertThat(counts.lineFeeds()).isEqualTo(lineFeeds);
      assertThat(counts.controls()).isEqualTo(controls);
    }
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
