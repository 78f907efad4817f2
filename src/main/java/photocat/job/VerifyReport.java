package photocat.job;

import java.nio.file.Path;
import java.util.List;

/**
 * What a verification found.
 *
 * @param root the folder that was looked at
 * @param photos rows of the manifest
 * @param files rows that say that their file is there
 * @param findings what is amiss, the largest group first; empty if all is well
 */
public record VerifyReport(Path root, long photos, long files, List<Finding> findings) {
  /** Copies the list. */
  public VerifyReport {
    findings = List.copyOf(findings);
  }

  /** Files with one verdict: missing, wrong_size, wrong_hash, truncated, not_image or extra. */
  public record Finding(String verdict, long files) {}
}
