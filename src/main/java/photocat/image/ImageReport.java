package photocat.image;

import java.util.Locale;
import java.util.Optional;

/**
 * What a file's bytes say about the picture in it.
 *
 * @param format empty if the first bytes are no picture's
 * @param widthPx as the header says, 0 if it was not reached or the format is not asked (TIFF)
 * @param heightPx like {@code widthPx}
 */
public record ImageReport(
    Verdict verdict, Optional<ImageFormat> format, int widthPx, int heightPx) {

  /** Whether the picture is all there. */
  public enum Verdict {
    /** From signature to end mark. */
    WHOLE,
    /** A picture's beginning whose end is missing or whose structure breaks off. */
    TRUNCATED,
    /** Something else, often an error page. */
    NOT_IMAGE,
    /** No bytes. */
    EMPTY;

    /** Returns the word kept in the catalogue, for example {@code not_image}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tells whether the picture may be kept. */
  public boolean isWhole() {
    return verdict == Verdict.WHOLE;
  }
}
