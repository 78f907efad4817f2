package photocat.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which bundle to read, and how.
 *
 * @param from a {@code .tar.gz} or {@code .tar} file, a folder of {@code .csv} or {@code .csv.gz}
 *     files, an {@code http(s)://} URL, or {@code s3://bucket/key}
 * @param remote how to reach it when it is not a local file
 * @param workFolder where pieces are kept for a moment; made when missing; for one reader at a
 *     time; empty: in the temporary folder of the system
 * @param pieceBytes size at which a piece is cut, above zero; about three of them are on disk at a
 *     time
 */
public record BundleRequest(
    String from, RemoteSettings remote, Optional<Path> workFolder, long pieceBytes) {
  /** The newest bundle in iNaturalist's open bucket. */
  public static final String LATEST =
      "s3://inaturalist-open-data/metadata/inaturalist-open-data-latest.tar.gz";

  /**
   * Large enough that DuckDB's fixed cost of a statement does not show, small enough that loading
   * starts early and three pieces are little disk.
   */
  public static final long DEFAULT_PIECE_BYTES = 128L << 20;

  public BundleRequest {
    if (pieceBytes < 1) {
      throw new IllegalArgumentException("pieceBytes is " + pieceBytes + ", must be 1 or more");
    }
  }
}
