package photocat.command.ingest;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.TypedPath;
import photocat.command.WebAddress;
import photocat.job.ingest.BundleChoice;
import picocli.CommandLine.Option;

/** Which bundle of iNaturalist Open Data to read. */
public final class BundleOptions {
  @Option(
      names = "--from",
      paramLabel = "BUNDLE",
      converter = TypedPath.Reader.class,
      defaultValue = BundleChoice.LATEST,
      description =
          "A .tar.gz or .tar file, a folder of .csv or .csv.gz files, an http(s):// address, or"
              + " s3://bucket/key of an open bucket (default: ${DEFAULT-VALUE})")
  private TypedPath from = new TypedPath(BundleChoice.LATEST);

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      converter = WebAddress.class,
      description = "An S3 server to use in place of Amazon's")
  private @Nullable URI s3Endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "us-east-1",
      description = "The region of the bucket (default: ${DEFAULT-VALUE})")
  private String region = "us-east-1";

  /** Returns the bundle that the options name. */
  public BundleChoice read(Context context) {
    return new BundleChoice(
        from.in(context),
        Optional.ofNullable(s3Endpoint),
        region,
        context.workFolder(),
        context.settings().jobs());
  }
}
