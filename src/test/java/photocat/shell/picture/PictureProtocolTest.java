package photocat.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.image.SamplePhotos;
import photocat.image.Thumbnail;

final class PictureProtocolTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "TERM, xterm-256color, NONE",
    "TERM, xterm-kitty, KITTY",
    "KITTY_WINDOW_ID, 1, KITTY",
    "TERM_PROGRAM, iTerm.app, ITERM2",
    "TERM_PROGRAM, WezTerm, ITERM2",
    "LC_TERMINAL, iTerm2, ITERM2",
    "TERM, foot, SIXEL",
    "TERM, xterm-sixel, SIXEL"
  })
  void knowsTerminalsByTheirEnvironment(String name, String value, PictureProtocol protocol) {
    assertThat(PictureProtocol.of("auto", Map.of(name, value))).contains(protocol);
    assertThat(PictureProtocol.of("auto", Map.of(name, value, "TMUX", "x")))
        .contains(PictureProtocol.NONE);
    assertThat(PictureProtocol.of("sixel", Map.of(name, value))).contains(PictureProtocol.SIXEL);
    assertThat(PictureProtocol.of("ascii", Map.of())).isEmpty();
  }

  @Test
  void kittyTakesAPngInPieces() throws IOException {
    Thumbnail picture = picture(100, 80);

    String text = PictureProtocol.KITTY.encode(picture);

    assertThat(text).startsWith("\u001b_Ga=T,f=100,q=2,m=1;").endsWith("\u001b\\\n");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    StringBuilder data = new StringBuilder();
    for (String piece : text.strip().split("\u001b\\\\", -1)) {
      assertThat(piece.length()).isLessThan(4096 + 30);
      data.append(piece.substring(piece.indexOf(';') + 1));
    }
    png.write(Base64.getDecoder().decode(data.toString()));
    assertThat(png.toByteArray()).isEqualTo(picture.png());
  }

  @Test
  void itermTakesAPngAtOnce() throws IOException {
    Thumbnail picture = picture(10, 8);

    assertThat(PictureProtocol.ITERM2.encode(picture))
        .isEqualTo(
            "\u001b]1337;File=inline=1;size=%d:%s\u0007\n"
                .formatted(
                    picture.png().length, Base64.getEncoder().encodeToString(picture.png())));
  }

  @Test
  void sixelsHaveAsManyPixelsAsThePicture() throws IOException {
    String text = PictureProtocol.SIXEL.encode(picture(20, 13));

    assertThat(text).startsWith("\u001bPq\"1;1;20;13#0;2;0;0;0#1;").endsWith("-\u001b\\\n");
    String pixels = text.substring(text.indexOf("#251;2;100;100;100") + 18, text.length() - 3);
    String[] bands = pixels.split("-", -1);
    assertThat(bands).hasSize(4);
    int drawn = 0;
    for (String band : bands) {
      for (String line : band.split("\\$", -1)) {
        drawn += pixels(line.replaceFirst("^#\\d+", ""));
      }
    }
    assertThat(drawn).isEqualTo(20 * 13);
  }

  private static int pixels(String line) {
    int pixels = 0;
    int repeat = 0;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '!') {
        repeat = 0;
      } else if (Character.isDigit(character)) {
        repeat = 10 * repeat + character - '0';
      } else {
        pixels += Integer.bitCount(character - 63) * Math.max(1, repeat);
        repeat = 0;
      }
    }
    return pixels;
  }

  private Thumbnail picture(int width, int height) throws IOException {
    Path file = Files.write(folder.resolve("p.jpg"), SamplePhotos.jpeg(1, width, height));
    return Thumbnail.read(file, 200).orElseThrow();
  }
}
