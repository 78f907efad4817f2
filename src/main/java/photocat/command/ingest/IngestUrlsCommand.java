package photocat.command.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.Output;
import photocat.job.ingest.UrlsIngest;
import photocat.job.ingest.UrlsIngest.Ingested;
import photocat.model.Amounts;
import photocat.model.TextEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes lists of addresses in. */
@Command(
    name = "urls",
    description = {
      "Take a list of addresses of photos in. One of the same name is replaced, others stay.",
      "CSV and TSV with a header, JSON (an array, or an object on each line), Parquet, a table of a"
          + " SQLite database, input files of aria2, error logs of gbif-dl, and plain lists with an"
          + " address on each line; what a file is its first bytes tell. Text may be packed with"
          + " gzip. It says which columns it took; all others are kept under their names in"
          + " urls_photos. Labels become taxa. Rows without an address and rows that cannot be"
          + " loaded are kept in the table ingest_rejects; if there are any the exit code is 3."
    },
    footer = {
      "Examples:",
      "  photocat ingest urls photos.csv",
      "  photocat ingest urls 'laion/*.parquet' --name laion --label caption",
      "  photocat ingest urls images.db --table photos --url link --license terms"
    })
final class IngestUrlsCommand extends SourceIngestCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Files of one list: files, folders, of which the Parquet files count before others, and"
              + " patterns such as 'part-*.csv'")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the list in the catalogue; one of that name is replaced (default: the name of"
              + " the first FILE without its ending)")
  private @Nullable String name;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Table or view of a SQLite database (default: the only one)")
  private @Nullable String table;

  @Mixin private final UrlColumnOptions columns = new UrlColumnOptions();

  IngestUrlsCommand(Context context) {
    super(context);
  }

  @Override
  long ingest(Session session) {
    String list = name == null ? nameOf(context().resolve(files.get(0))) : name;
    Ingested ingested =
        new UrlsIngest(
                session, context().cancellation(), context().output().progress(), context().clock())
            .run(
                new UrlsIngest.Request(
                    files.stream().map(context()::resolve).toList(),
                    list,
                    columns.named(),
                    Optional.ofNullable(table),
                    context().workFolder(),
                    context()::isDatabase));
    tell(list, ingested);
    return ingested.rejectedRows();
  }

  /** Of a pattern, what is the same for all. */
  private static String nameOf(Path first) {
    String file = String.valueOf(first.normalize().getFileName());
    String plain =
        file.replaceFirst(
                "(?is)(?<=.)(\\.(csv|tsv|tab|psv|txt|json|jsonl|ndjson|parquet|sqlite3?|db|gz))+$",
                "")
            .replaceAll("[*?\\[\\]{}]+", "");
    String name = TextEnd.without(plain, "-_. ");
    return name.isEmpty() ? "list" : name;
  }

  private void tell(String list, Ingested ingested) {
    Output output = context().output();
    ingested.notes().forEach(output::note);
    tellRejected(ingested.rejectedRows());
    if (ingested.unfetchable() > 0) {
      output.warn(
          "%s no address that could be fetched (has_address in candidates): no manifest takes them"
              .formatted(Amounts.count(ingested.unfetchable(), "row has", "rows have")));
    }
    if (ingested.licensed() == 0) {
      output.warn(
          "nothing says under which licences: no manifest takes these photos without --license"
              + " UNKNOWN");
    }
    output.note(
        "ingested list %s, %s of %s in %s: %s, %s of them under an open licence, with %s"
            .formatted(
                list,
                Amounts.count(ingested.rows(), "row"),
                Amounts.count(ingested.files(), "file"),
                Amounts.duration(ingested.duration()),
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.openPhotos()),
                Amounts.count(ingested.labels(), "label")));
  }
}
