package photocat.job.download;

import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.StoreAddress;

/**
 * Where photos are to lie.
 *
 * @param root absolute path of a folder, or {@code s3://bucket/prefix}; empty for where the last
 *     download of the manifest put them
 * @param s3Endpoint an S3 server in place of Amazon's, empty for that of the root
 * @param region region of the bucket; empty for what the SDK's settings say
 */
public record RootChoice(
    Optional<String> root, Optional<String> s3Endpoint, Optional<String> region) {
  /** Where the last download put them. */
  public static final RootChoice LAST =
      new RootChoice(Optional.empty(), Optional.empty(), Optional.empty());

  /** The folder, or prefix of a bucket, {@code root}. */
  public static RootChoice of(String root) {
    return new RootChoice(Optional.of(root), Optional.empty(), Optional.empty());
  }

  /** Returns where the photos of {@code manifestId} lie: as chosen, else where they went last. */
  public Optional<StoreAddress> address(DownloadRuns runs, int manifestId) {
    return address().or(() -> runs.lastRoot(manifestId));
  }

  /**
   * A root that is mistyped is not one whose files are all gone.
   *
   * @param doing what is to be done to the photos of {@code manifest}
   */
  public static void requireThere(PhotoRoot root, String doing, String manifest) {
    if (!root.isThere()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot %s %s in %s: nothing is there".formatted(doing, manifest, root.address()))
          .withHint("name the place of its photos with --root");
    }
  }

  /** Fails with kind USAGE if there can be no photos at such an address. */
  private Optional<StoreAddress> address() {
    if (root.isEmpty() && s3Endpoint.isPresent()) {
      throw PhotocatException.of(ExitStatus.USAGE, "--s3-endpoint says nothing without --root")
          .withHint("name the bucket too: --root s3://bucket/prefix");
    }
    return root.map(typed -> StoreAddress.of(typed, s3Endpoint));
  }
}
