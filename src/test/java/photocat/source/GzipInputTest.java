package photocat.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.Test;

final class GzipInputTest {
  private static final byte[] TEXT = noise(700_000);

  @Test
  void inflatesWhatIsGzipAndPassesOnWhatIsNot() throws IOException {
    assertThat(inflate(TestBundle.gzip(TEXT))).isEqualTo(TEXT);
    assertThat(inflate(TEXT)).isEqualTo(TEXT);
    assertThat(inflate(new byte[] {0x1f})).containsExactly(0x1f);
    assertThat(inflate(new byte[0])).isEmpty();
  }

  @Test
  void inflatesEveryMember() throws IOException {
    byte[] members =
        join(TestBundle.gzip("one ".getBytes(UTF_8)), TestBundle.gzip(TEXT), TestBundle.gzip(TEXT));

    assertThat(inflate(members)).isEqualTo(join("one ".getBytes(UTF_8), TEXT, TEXT));
  }

  @Test
  void readsHeadersWithNameCommentAndExtraField() throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setFileName("photos.csv");
    parameters.setComment("a comment");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, parameters)) {
      gzip.write(TEXT);
    }
    byte[] named = bytes.toByteArray();
    byte[] extra =
        join(
            new byte[] {0x1f, (byte) 0x8b, 8, 6, 0, 0, 0, 0, 0, 0, 3, 0, 9, 9, 9, 1, 1},
            Arrays.copyOfRange(TestBundle.gzip(TEXT), 10, TestBundle.gzip(TEXT).length));

    assertThat(inflate(named)).isEqualTo(TEXT);
    assertThat(inflate(extra)).isEqualTo(TEXT);
  }

  @Test
  void takesZerosAfterTheEndForPadding() throws IOException {
    assertThat(inflate(join(TestBundle.gzip(TEXT), new byte[1000]))).isEqualTo(TEXT);
  }

  @Test
  void refusesDataCutAnywhere() throws IOException {
    byte[] whole = join(TestBundle.gzip("a".getBytes(UTF_8)), TestBundle.gzip("b".getBytes(UTF_8)));
    int endOfFirstMember = whole.length / 2;

    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length != endOfFirstMember) {
        assertThatThrownBy(() -> inflate(cut)).isInstanceOf(EOFException.class);
      }
    }
  }

  @Test
  void refusesWrongChecksumsLengthsAndWhatFollows() throws IOException {
    byte[] gzip = TestBundle.gzip(TEXT);

    assertThatThrownBy(() -> inflate(flip(gzip, gzip.length - 8)))
        .isInstanceOf(ZipException.class)
        .hasMessage("corrupt gzip data: the checksum differs");
    assertThatThrownBy(() -> inflate(flip(gzip, gzip.length - 1)))
        .isInstanceOf(ZipException.class)
        .hasMessage("corrupt gzip data: the length differs");
    assertThatThrownBy(() -> inflate(join(gzip, "junk".getBytes(UTF_8))))
        .isInstanceOf(ZipException.class)
        .hasMessage("corrupt gzip data: something else follows it");
    assertThatThrownBy(() -> inflate(flip(gzip, 2)))
        .isInstanceOf(ZipException.class)
        .hasMessage("corrupt gzip data: unknown compression method");
    assertThatThrownBy(() -> inflate(flip(gzip, gzip.length / 2)))
        .isInstanceOf(ZipException.class)
        .hasMessageStartingWith("corrupt gzip data: ");
  }

  @Test
  void refusesABomb() throws IOException {
    byte[] bomb = TestBundle.gzip(new byte[80 << 20]);

    assertThatThrownBy(() -> inflate(bomb))
        .isInstanceOf(ZipException.class)
        .hasMessage("it inflates to more than 200 times its size");
  }

  private static byte[] inflate(byte[] bytes) throws IOException {
    try (InputStream in = GzipInput.orPlain(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 0x55;
    return flipped;
  }

  private static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.write(part);
    }
    return joined.toByteArray();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }
}
