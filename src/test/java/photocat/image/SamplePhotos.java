package photocat.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small real pictures for tests; the same seed gives the same bytes. */
public final class SamplePhotos {
  private SamplePhotos() {}

  /** A noisy JPEG, so that its entropy-coded data is of some length and holds stuffed bytes. */
  public static byte[] jpeg(int seed, int widthPx, int heightPx) {
    return encode(seed, widthPx, heightPx, "jpg");
  }

  /** Returns a picture in any format that ImageIO writes: jpg, png, gif, tif. */
  public static byte[] encode(int seed, int widthPx, int heightPx, String format) {
    BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < heightPx; y++) {
      for (int x = 0; x < widthPx; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A small JPEG whose header claims another size. */
  public static byte[] claiming(int widthPx, int heightPx) {
    byte[] photo = jpeg(1, 60, 40);
    for (int at = 2; ; at += 2 + ByteBuffer.wrap(photo).getShort(at + 2)) {
      if (photo[at + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(photo).putShort(at + 5, (short) heightPx).putShort(at + 7, (short) widthPx);
        return photo;
      }
    }
  }

  /** A WebP frame with the header of {@code kind} (VP8, VP8L, VP8X) and filler for pixels. */
  public static byte[] webp(String kind, int widthPx, int heightPx) {
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(192);
    bytes.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    bytes.put("%-4s".formatted(kind).getBytes(StandardCharsets.US_ASCII)).putInt(180);
    switch (kind) {
      case "VP8" -> bytes.putShort(26, (short) widthPx).putShort(28, (short) heightPx);
      case "VP8L" -> bytes.put(20, (byte) 0x2f).putInt(21, (widthPx - 1) | ((heightPx - 1) << 14));
      default -> bytes.putInt(24, widthPx - 1).putInt(27, heightPx - 1);
    }
    return bytes.array();
  }
}
