package photocat.command.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.TypedPath;
import photocat.job.ingest.DwcaIngest;
import photocat.job.ingest.DwcaIngest.Ingested;
import photocat.model.Amounts;
import photocat.sql.SqlExpression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a Darwin Core Archive in. */
@Command(
    name = "dwca",
    description = {
      "Take a Darwin Core Archive in: a download of GBIF, of iNaturalist, or of any publisher. One"
          + " of the same name is replaced, others stay.",
      "A zip, a tar archive, a folder, or the text file of one table; columns are known by their"
          + " terms, and without a meta.xml by their headers. Nothing is unpacked. All columns are"
          + " kept in dwca_records and dwca_media. Rows that cannot be loaded are kept in the"
          + " table ingest_rejects; if there are any the exit code is 3."
    },
    footer = {
      "Examples:",
      "  photocat ingest dwca 0012345-261101000000000.zip",
      "  photocat ingest dwca 10.15468/dl.hx3uzz",
      "  photocat ingest dwca gbif-observations-dwca.zip --where \"kingdom = 'Plantae'\""
    })
final class IngestDwcaCommand extends SourceIngestCommand {
  @Parameters(
      paramLabel = "ARCHIVE",
      converter = TypedPath.Reader.class,
      description =
          "The archive: a file, a folder, an http(s):// address, s3://bucket/key of an open bucket,"
              + " or the key, page or DOI of a download of GBIF; what is elsewhere is fetched"
              + " first, beside the catalogue")
  private TypedPath archive = new TypedPath("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the archive in the catalogue; one of that name is replaced (default: the name of"
              + " ARCHIVE without its ending, the key of a download)")
  private @Nullable String name;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description =
          "Only records for which this SQL condition on their columns holds, such as \"kingdom ="
              + " 'Plantae' AND year >= '2020'\", and their media (default: all)")
  private @Nullable String where;

  @Option(
      names = "--extensions",
      description =
          "Take in tables that hold neither records nor media too, such as GBIF's verbatim.txt,"
              + " MeasurementOrFact or Identification, into dwca_extension_rows; with --where the"
              + " rows of records that are taken in (default: left out, and told)")
  private boolean extensions;

  IngestDwcaCommand(Context context) {
    super(context);
  }

  @Override
  long ingest(Session session) {
    Ingested ingested =
        new DwcaIngest(
                session, context().cancellation(), context().output().progress(), context().clock())
            .run(
                new DwcaIngest.Request(
                    archive.in(context()),
                    archive.typed(),
                    Optional.ofNullable(name),
                    Optional.ofNullable(where)
                        .map(text -> SqlExpression.of("--where", text).inBrackets()),
                    extensions,
                    context().workFolder(),
                    context().settings().jobs()));
    tell(ingested);
    return ingested.rejectedRows();
  }

  private void tell(Ingested ingested) {
    Output output = context().output();
    ingested.notes().forEach(output::warn);
    tellRejected(ingested.rejectedRows());
    output.note(
        "ingested %s in %s: %s, %s of them under an open licence"
            .formatted(
                rows(ingested),
                Amounts.duration(ingested.duration()),
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.openPhotos())));
  }

  private static String rows(Ingested ingested) {
    String records = Amounts.count(ingested.records(), "record");
    String media = Amounts.count(ingested.media(), "media record");
    return ingested.extensionRows() == 0
        ? records + " and " + media
        : "%s, %s and %s"
            .formatted(
                records,
                media,
                Amounts.count(ingested.extensionRows(), "row of extensions", "rows of extensions"));
  }
}
