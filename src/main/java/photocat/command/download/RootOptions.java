package photocat.command.download;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.TypedPath;
import photocat.command.WebAddress;
import photocat.job.download.RootChoice;
import picocli.CommandLine.Option;

/** Where photos are. */
final class RootOptions {
  @Option(
      names = "--root",
      paramLabel = "ROOT",
      converter = TypedPath.Reader.class,
      description =
          "Folder of the photos, or s3://bucket/prefix (default: that of the last download of this"
              + " manifest, then photos/NAME beside the catalogue)")
  private @Nullable TypedPath root;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      converter = WebAddress.class,
      description =
          "The S3 server of --root, such as http://127.0.0.1:9000 (default: Amazon's; kept with"
              + " the root)")
  private @Nullable URI s3Endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description =
          "The region of the bucket (default: AWS_REGION, then the profile's, then us-east-1)")
  private @Nullable String region;

  RootChoice choice(Context context) {
    return new RootChoice(
        Optional.ofNullable(root).map(typed -> typed.in(context)),
        Optional.ofNullable(s3Endpoint).map(URI::toString),
        Optional.ofNullable(region));
  }
}
