package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextFileTest {
  private static final int MOST_BYTES = 1 << 20;

  @Test
  void readsUpToTheBoundAndNoFurther() throws IOException {
    assertThat(read("x".repeat(MOST_BYTES))).hasSize(MOST_BYTES);
    assertThatThrownBy(() -> read("x".repeat(MOST_BYTES + 1)))
        .isInstanceOf(IOException.class)
        .hasMessage("it is longer than 1 MB");
    assertThatThrownBy(() -> TextFile.read(endless(), MOST_BYTES))
        .hasMessage("it is longer than 1 MB");
  }

  @Test
  void leavesOutAByteOrderMarkAndRefusesWrongBytes() throws IOException {
    assertThat(read("\ufeffa = 1\n")).isEqualTo("a = 1\n");
    assertThatThrownBy(
            () -> TextFile.read(new ByteArrayInputStream(new byte[] {'a', -1}), MOST_BYTES))
        .isInstanceOf(CharacterCodingException.class);
  }

  private static String read(String text) throws IOException {
    return TextFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), MOST_BYTES);
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }
    };
  }
}
