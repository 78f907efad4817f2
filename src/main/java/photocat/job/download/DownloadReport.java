package photocat.job.download;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a download came to.
 *
 * @param root where the files are
 * @param files rows of the manifest
 * @param stored rows whose file is there, of this run or an earlier one
 * @param fetched photos that this run fetched
 * @param adopted photos that this run found there
 * @param fetchedBytes bytes that this run fetched
 * @param missing what is not there, the largest group first
 */
public record DownloadReport(
    String root,
    long files,
    long stored,
    long fetched,
    long adopted,
    long fetchedBytes,
    Duration elapsed,
    List<Missing> missing) {
  /** Copies the list. */
  public DownloadReport {
    missing = List.copyOf(missing);
  }

  /**
   * Rows whose file is not there for one reason.
   *
   * @param reason one word; empty for photos that were not tried
   * @param notBefore when the first of them may be asked for again, where their host named a time
   */
  public record Missing(String state, String reason, long files, Optional<Instant> notBefore) {}
}
