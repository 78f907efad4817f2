package photocat.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The picture formats that photocat keeps, told by their first bytes and by nothing else. */
public enum ImageFormat {
  JPEG("jpg"),
  PNG("png"),
  GIF("gif"),
  WEBP("webp"),
  TIFF("tif");

  /** So many first bytes tell every format. */
  public static final int SIGNATURE_BYTES = 12;

  private final String extension;

  ImageFormat(String extension) {
    this.extension = extension;
  }

  /** Returns the usual file extension, without a dot. */
  public String extension() {
    return extension;
  }

  /**
   * Returns the format whose signature {@code head} starts with, or empty if there is none.
   *
   * @param head the first bytes of a file; {@link #SIGNATURE_BYTES} suffice, fewer may not
   */
  public static Optional<ImageFormat> of(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, SIGNATURE_BYTES), ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
      return Optional.of(TIFF);
    }
    return Optional.empty();
  }

  StructureWalk walk() {
    return switch (this) {
      case JPEG -> new JpegWalk();
      case PNG -> new PngWalk();
      case GIF -> new GifWalk();
      case WEBP -> new WebpWalk();
      case TIFF -> new TiffWalk();
    };
  }
}
