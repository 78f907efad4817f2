package photocat.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.job.InatIngest;
import photocat.job.InatIngest.Ingested;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.source.BundleRequest;
import photocat.source.BundleTable;
import photocat.source.RemoteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a bundle of iNaturalist Open Data in. */
@Command(
    name = "inat-open-data",
    description = {
      "Replace iNaturalist's tables in the catalogue by those of an Open Data bundle, all of them or"
          + " none.",
      "The bundle is read as it arrives, without a copy; about 400 MB of work files lie beside the"
          + " catalogue meanwhile. A connection that is cut is resumed. Rows that cannot be loaded"
          + " are kept in the table ingest_rejects; if there are any the exit code is 3."
    },
    footer = {
      "Examples:",
      "  photocat ingest inat-open-data",
      "  photocat ingest inat-open-data --from inaturalist-open-data-20260927.tar.gz"
    })
final class IngestInatCommand extends PhotocatCommand {
  @Option(
      names = "--from",
      paramLabel = "BUNDLE",
      defaultValue = BundleRequest.LATEST,
      description =
          "A .tar.gz or .tar file, a folder of .csv or .csv.gz files, an http(s):// address, or"
              + " s3://bucket/key of an open bucket (default: ${DEFAULT-VALUE})")
  private String from = BundleRequest.LATEST;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description = "An S3 server to use in place of Amazon's")
  private @Nullable URI s3Endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "us-east-1",
      description = "The region of the bucket (default: ${DEFAULT-VALUE})")
  private String region = "us-east-1";

  IngestInatCommand(Context context) {
    super(context);
  }

  @Override
  Kind run() {
    BundleRequest request =
        new BundleRequest(
            resolved(from),
            RemoteSettings.DEFAULTS.withS3(Optional.ofNullable(s3Endpoint), region),
            workFolder(),
            BundleRequest.DEFAULT_PIECE_BYTES);
    try (Session session = context().openSession()) {
      Ingested ingested =
          new InatIngest(
                  session,
                  context().cancellation(),
                  context().output().progress(),
                  context().clock())
              .run(request);
      tell(ingested);
      return ingested.rejectedRows() == 0 ? Kind.DONE : Kind.PARTIAL;
    }
  }

  private String resolved(String bundle) {
    return bundle.contains("://") ? bundle : context().resolve(Path.of(bundle)).toString();
  }

  private Path workFolder() {
    Optional<Path> file = context().catalog().file();
    if (file.isPresent()) {
      return file.get().resolveSibling(file.get().getFileName() + ".ingest");
    }
    try {
      return Files.createTempDirectory("photocat-ingest");
    } catch (IOException e) {
      throw PhotocatException.of(Kind.FAILED, "cannot make a folder for work files: " + e, e);
    }
  }

  private void tell(Ingested ingested) {
    Output output = context().output();
    ingested.notes().forEach(output::warn);
    if (ingested.unknownTaxa() > 0) {
      output.note(
          "%s of a taxon that the bundle's taxa lack (some are usual)"
              .formatted(Amounts.count(ingested.unknownTaxa(), "observation")));
    }
    if (ingested.rejectedRows() > 0) {
      output.warn(
          "%s could not be loaded; the table ingest_rejects says which and why"
              .formatted(Amounts.count(ingested.rejectedRows(), "row")));
    }
    output.note(
        "ingested %s of %s, %s from %s%s: %s read in %s"
            .formatted(
                Amounts.count(ingested.loadedRows().getOrDefault(BundleTable.PHOTOS, 0L), "photo"),
                Amounts.count(
                    ingested.loadedRows().getOrDefault(BundleTable.OBSERVATIONS, 0L),
                    "observation"),
                Amounts.count(
                    ingested.loadedRows().getOrDefault(BundleTable.TAXA, 0L), "taxon", "taxa"),
                ingested.origin(),
                ingested.snapshotDate().map(date -> " of " + date).orElse(""),
                Amounts.bytes(ingested.sizeBytes()),
                Amounts.duration(ingested.duration())));
  }
}
