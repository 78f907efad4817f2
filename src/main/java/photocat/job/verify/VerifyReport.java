package photocat.job.verify;

import java.util.List;

/**
 * What a verification found.
 *
 * @param root where it was looked
 * @param photos rows of the manifest
 * @param files rows that say that their file is there
 * @param findings what is wrong, the largest group first; empty if all is well
 * @param unread folders and files of the manifest that could not be read, in words; empty if all
 *     could
 * @param passedOver what could not be read either, and holds none of its files, in words
 */
public record VerifyReport(
    String root,
    long photos,
    long files,
    List<Finding> findings,
    String unread,
    String passedOver) {
  /** Copies the list. */
  public VerifyReport {
    findings = List.copyOf(findings);
  }

  /**
   * Files with one verdict: missing, wrong_size, wrong_hash, truncated, not_image, unreadable or
   * extra.
   */
  public record Finding(String verdict, long files) {}
}
