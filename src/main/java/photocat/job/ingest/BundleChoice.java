package photocat.job.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import photocat.job.JobSettings;
import photocat.source.BundleRequest;
import photocat.source.RemoteSettings;

/**
 * Which bundle of iNaturalist Open Data to read.
 *
 * @param from a {@code .tar.gz} or {@code .tar} file, a folder of {@code .csv} or {@code .csv.gz}
 *     files, an {@code http(s)://} URL, or {@code s3://bucket/key}
 * @param s3Endpoint an S3 server in place of Amazon's
 * @param region region of the bucket
 * @param workFolder where pieces of the bundle are kept for a moment; made when missing; empty: in
 *     the temporary folder of the system
 * @param settings how servers are asked
 */
public record BundleChoice(
    String from,
    Optional<URI> s3Endpoint,
    String region,
    Optional<Path> workFolder,
    JobSettings settings) {
  /** The newest bundle in iNaturalist's open bucket. */
  public static final String LATEST = BundleRequest.LATEST;

  BundleRequest request() {
    return new BundleRequest(
        from,
        RemoteSettings.DEFAULTS.with(settings.http()).withS3(s3Endpoint, region),
        workFolder,
        BundleRequest.DEFAULT_PIECE_BYTES);
  }
}
