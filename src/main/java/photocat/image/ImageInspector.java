package photocat.image;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.image.ImageReport.Verdict;

/**
 * Walks through a picture's structure while its bytes pass by, without decoding it: from the
 * signature over the headers to the end mark. This finds every cut, which decoders do not: ImageIO
 * reads a JPEG that lacks its last half without an exception. Damage inside the compressed data is
 * not seen. One inspector a file; not thread-safe.
 */
public final class ImageInspector {
  private final byte[] head = new byte[ImageFormat.SIGNATURE_BYTES];
  private int headBytes;
  private @Nullable ImageFormat format;
  private @Nullable StructureWalk walk;

  /** Takes the next {@code length} bytes of the file. */
  public void update(byte[] bytes, int offset, int length) {
    int used = 0;
    if (headBytes < head.length) {
      used = Math.min(length, head.length - headBytes);
      System.arraycopy(bytes, offset, head, headBytes, used);
      headBytes += used;
      if (headBytes == head.length) {
        startWalk();
      }
    }
    if (walk != null) {
      walk.update(bytes, offset + used, length - used);
    }
  }

  /** Returns the verdict on the bytes seen; call it once, after the last {@link #update}. */
  public ImageReport finish() {
    if (headBytes == 0) {
      return new ImageReport(Verdict.EMPTY, Optional.empty(), 0, 0);
    }
    if (walk == null) {
      startWalk();
    }
    if (walk == null) {
      return new ImageReport(Verdict.NOT_IMAGE, Optional.empty(), 0, 0);
    }
    return new ImageReport(
        walk.isWhole() ? Verdict.WHOLE : Verdict.TRUNCATED,
        Optional.ofNullable(format),
        walk.widthPx(),
        walk.heightPx());
  }

  private void startWalk() {
    format = ImageFormat.of(Arrays.copyOf(head, headBytes)).orElse(null);
    if (format != null) {
      walk = format.walk();
      walk.update(head, 0, headBytes);
    }
  }
}
