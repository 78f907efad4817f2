package photocat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PainterTest {
  @Test
  void drawsInTheSizeAskedFor() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Painter.paint(909, 1, 240, 180)));

    assertThat(image.getWidth()).isEqualTo(240);
    assertThat(image.getHeight()).isEqualTo(180);
  }

  @Test
  void drawsTheSamePhotoAgainAndAnotherOneForAnotherNumber() {
    byte[] photo = Painter.paint(945, 7, 120, 120);

    assertThat(Painter.paint(945, 7, 120, 120)).isEqualTo(photo);
    assertThat(Painter.paint(945, 8, 120, 120)).isNotEqualTo(photo);
  }

  @Test
  void drawsEachTaxonOfTheSampleInItsOwnWay() throws IOException {
    Map<Long, SamplePhoto> photos = SamplePhoto.all();
    Set<Integer> taxa = new HashSet<>();
    Set<String> pictures = new HashSet<>();
    for (SamplePhoto photo : photos.values()) {
      if (taxa.add(photo.taxon())) {
        pictures.add(colors(Painter.paint(photo.taxon(), 1, 60, 60)));
      }
    }

    // Four are nothing that anybody would draw, and share the plain leaf: no taxon at all, one that
    // is not there, one that is inactive, and flies in general.
    assertThat(taxa).hasSize(17);
    assertThat(pictures).hasSize(14);
  }

  private static String colors(byte[] photo) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    StringBuilder colors = new StringBuilder();
    for (int y = 20; y < 40; y += 4) {
      for (int x = 20; x < 40; x += 4) {
        colors.append(image.getRGB(x, y)).append(' ');
      }
    }
    return colors.toString();
  }
}
