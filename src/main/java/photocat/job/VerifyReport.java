package photocat.job;

import java.util.List;

/**
 * What a verification found.
 *
 * @param root where it was looked
 * @param photos rows of the manifest
 * @param files rows that say that their file is there
 * @param findings what is amiss, the largest group first; empty if all is well
 */
public record VerifyReport(String root, long photos, long files, List<Finding> findings) {
  /** Copies the list. */
  public VerifyReport {
    findings = List.copyOf(findings);
  }

  /** Files with one verdict: missing, wrong_size, wrong_hash, truncated, not_image or extra. */
  public record Finding(String verdict, long files) {}
}
