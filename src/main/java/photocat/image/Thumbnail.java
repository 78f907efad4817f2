package photocat.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A photo made small enough to look at, whatever its size: only every nth pixel is decoded. */
public final class Thumbnail {
  /** A decoder works through all of them: a small file that claims more could keep it for hours. */
  private static final long MOST_PIXELS = 100_000_000;

  private final BufferedImage image;

  private Thumbnail(BufferedImage image) {
    this.image = image;
  }

  /**
   * Reads a photo.
   *
   * @param longestPx longest side of the result; a smaller photo stays as it is
   * @return empty where its format cannot be decoded, as WebP
   * @throws IOException where it cannot be read, is damaged, or claims to be immense
   */
  public static Optional<Thumbnail> read(Path photo, int longestPx) throws IOException {
    ImageIO.setUseCache(false);
    try (ImageInputStream input = ImageIO.createImageInputStream(Files.newInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        int longest = longestSide(reader.getWidth(0), reader.getHeight(0));
        int every = Math.max(1, longest / longestPx);
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(every, every, 0, 0);
        return Optional.of(new Thumbnail(fitted(reader.read(0, some), longestPx)));
      } catch (IllegalArgumentException e) {
        // From damaged headers, which the decoders pass on unchecked.
        throw new IOException("it is damaged: " + e.getMessage(), e);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Returns the width in pixels. */
  public int widthPx() {
    return image.getWidth();
  }

  /** Returns the height in pixels. */
  public int heightPx() {
    return image.getHeight();
  }

  /** Returns the colour of a pixel as {@code 0xRRGGBB}. */
  public int rgb(int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  /** Returns the picture as a PNG file. */
  public byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static int longestSide(int widthPx, int heightPx) throws IOException {
    if ((long) widthPx * heightPx > MOST_PIXELS) {
      throw new IOException(
          "it has %d × %d pixels, more than 100 million".formatted(widthPx, heightPx));
    }
    return Math.max(widthPx, heightPx);
  }

  private static BufferedImage fitted(BufferedImage read, int longestPx) {
    double scale = Math.min(1, longestPx / (double) Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(read, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }
}
