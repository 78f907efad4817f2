package photocat.source.dwca;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a table is cut into pieces.
 *
 * @param workFolder where they lie, belonging to the reader; a temporary one if empty
 * @param pieceBytes after how many bytes a piece ends; three of them are on the disk at most
 */
public record PieceRequest(Optional<Path> workFolder, long pieceBytes) {
  /** 64 MB a piece in a temporary folder. */
  public static final PieceRequest DEFAULTS = new PieceRequest(Optional.empty(), 64L << 20);

  /** Checks the size. */
  public PieceRequest {
    if (pieceBytes < 1) {
      throw new IllegalArgumentException("pieceBytes is " + pieceBytes + ", must be 1 or more");
    }
  }
}
