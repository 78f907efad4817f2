package photocat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThumbnailTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "jpg, 2000, 1000, 100, 100, 50",
    "png, 30, 90, 60, 20, 60",
    "gif, 30, 20, 100, 30, 20",
    "tif, 350, 1, 100, 100, 1"
  })
  void isAtMostSoLong(
      String format, int width, int height, int longest, int newWidth, int newHeight)
      throws IOException {
    Thumbnail small =
        Thumbnail.read(write(SamplePhotos.encode(1, width, height, format)), longest).orElseThrow();

    assertThat(small.widthPx()).isEqualTo(newWidth);
    assertThat(small.heightPx()).isEqualTo(newHeight);
    assertThat(ImageIO.read(new ByteArrayInputStream(small.png())).getWidth()).isEqualTo(newWidth);
    assertThat(small.rgb(0, 0)).isBetween(0, 0xffffff);
  }

  @Test
  void isNotMadeOfWhatCannotBeDecoded() throws IOException {
    byte[] png = SamplePhotos.encode(1, 100, 100, "png");

    assertThat(Thumbnail.read(write(SamplePhotos.webp("VP8", 9, 9)), 50))
        .isEqualTo(Optional.empty());
    assertThatThrownBy(() -> Thumbnail.read(write(Arrays.copyOf(png, png.length / 2)), 50))
        .isInstanceOf(IOException.class);
  }

  /** A header of 100 bytes may claim more pixels than any memory holds. */
  @Test
  void isNotMadeOfAPictureThatClaimsToBeImmense() {
    byte[] bomb = SamplePhotos.claiming(40_000, 50_000);

    assertThatThrownBy(() -> Thumbnail.read(write(bomb), 50))
        .isInstanceOf(IOException.class)
        .hasMessage("it has 40000 × 50000 pixels, more than 100 million");
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("photo"), bytes);
  }
}
