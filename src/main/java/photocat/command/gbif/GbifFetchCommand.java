package photocat.command.gbif;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.Output;
import photocat.job.Claim;
import photocat.job.gbif.GbifContext;
import photocat.job.gbif.GbifFetch;
import photocat.job.gbif.GbifFetch.Fetched;
import photocat.job.ingest.DwcaIngest.Ingested;
import photocat.job.ingest.WorkFolders;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.sql.SqlExpression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a download and takes it in. */
@Command(
    name = "fetch",
    description = {
      "Fetch a download of GBIF whose file is there, and take it in as 'ingest dwca' does: one of"
          + " the same name is replaced, others stay. Size and number of records are compared with"
          + " what GBIF says; its DOI, citation and licence are kept.",
      "A connection that is cut is taken up again; with --keep also by the next run."
    },
    footer = {
      "Examples:",
      "  photocat gbif fetch 0012345-261101000000000",
      "  photocat gbif fetch 10.15468/dl.hx3uzz --keep archives"
    })
final class GbifFetchCommand extends GbifDownloadCommand {
  @Parameters(paramLabel = "DOWNLOAD", description = "Key, page or DOI of the download")
  private String named = "";

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description =
          "Keep the file there, as KEY.zip; one that is there and whole is not fetched again"
              + " (default: it is removed once it is taken in)")
  private @Nullable Path keep;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the archive in the catalogue (default: the key)")
  private @Nullable String name;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "Only records for which this holds, as in 'ingest dwca' (default: all)")
  private @Nullable String where;

  GbifFetchCommand(Context context) {
    super(context);
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.metadata());
  }

  @Override
  ExitStatus run(GbifContext gbif) {
    context().workFolder().ifPresent(WorkFolders::removeLeft);
    Fetched fetched =
        new GbifFetch(gbif)
            .run(
                new GbifFetch.Request(
                    named,
                    Optional.ofNullable(name),
                    Optional.ofNullable(where)
                        .map(text -> SqlExpression.of("--where", text).inBrackets()),
                    Optional.ofNullable(keep).map(context()::resolve),
                    context().workFolder()));
    Output output = context().output();
    fetched
        .kept()
        .ifPresent(
            file ->
                output.note(
                    fetched.wasThere()
                        ? "%s is there and whole; it was not fetched again".formatted(file)
                        : "kept " + file));
    return fetched.ingested().map(this::tell).orElseGet(() -> tellUntaken(fetched));
  }

  private ExitStatus tell(Ingested ingested) {
    Output output = context().output();
    ingested.notes().forEach(output::warn);
    output.note(
        "ingested %s and %s in %s: %s, %s of them under an open licence"
            .formatted(
                Amounts.count(ingested.records(), "record"),
                Amounts.count(ingested.media(), "media record"),
                Amounts.duration(ingested.duration()),
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.openPhotos())));
    if (ingested.rejectedRows() > 0) {
      output.warn(
          "%s could not be loaded; the table ingest_rejects says which and why"
              .formatted(Amounts.count(ingested.rejectedRows(), "row")));
      return ExitStatus.PARTIAL;
    }
    return ExitStatus.DONE;
  }

  private ExitStatus tellUntaken(Fetched fetched) {
    context()
        .output()
        .note(
            "a %s has no photos and is not taken in; unpacked, DuckDB's read_parquet reads it"
                .formatted(fetched.format()));
    return ExitStatus.DONE;
  }
}
