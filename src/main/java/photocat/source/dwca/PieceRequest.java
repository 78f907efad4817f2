package photocat.source.dwca;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a table is cut into pieces.
 *
 * @param workFolder where they lie, belonging to the reader; a temporary one if empty
 * @param pieceBytes after how many bytes a piece ends; three of them are on the disk at most
 * @param isNumbered whether each row begins with a further cell: its line in its file
 */
public record PieceRequest(Optional<Path> workFolder, long pieceBytes, boolean isNumbered) {
  /** 64 MB a piece in a temporary folder. */
  public static final PieceRequest DEFAULTS = new PieceRequest(Optional.empty(), 64L << 20);

  /** Pieces of rows as they are. */
  public PieceRequest(Optional<Path> workFolder, long pieceBytes) {
    this(workFolder, pieceBytes, false);
  }

  /** Checks the size. */
  public PieceRequest {
    if (pieceBytes < 1) {
      throw new IllegalArgumentException("pieceBytes is " + pieceBytes + ", must be 1 or more");
    }
  }
}
