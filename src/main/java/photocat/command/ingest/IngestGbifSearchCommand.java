package photocat.command.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.Output;
import photocat.file.TextFile;
import photocat.job.ingest.DwcaIngest.Ingested;
import photocat.job.ingest.GbifSearchIngest;
import photocat.job.ingest.GbifSearchIngest.Searched;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches GBIF and takes in what it finds. */
@Command(
    name = "gbif-search",
    description = {
      "Search GBIF and take what it finds in, with all media, as 'ingest dwca' does. No account is"
          + " needed, and there is no DOI; for more than 15 minutes of paging GBIF asks to use a"
          + " download instead ('gbif request').",
      "All parameters of GBIF's search can be given, repeated for several values, and as ranges"
          + " such as year=1990,2020; mediaType=StillImage is meant unless another is given. More"
          + " than 100,000 records are split by years, months, countries and data sets, since GBIF"
          + " pages no further. Stopped, it goes on within a day where it was."
    },
    footer = {
      "Examples:",
      "  photocat ingest gbif-search taxonKey=4DXXM country=ZA year=2000,2026",
      "  photocat ingest gbif-search queries.json --max 5000 --shuffle 7"
    })
final class IngestGbifSearchCommand extends SourceIngestCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description =
          "What to search; or one file of JSON with values, or lists of them, by these keys, as"
              + " gbif-dl takes it")
  private List<String> words = new ArrayList<>();

  @Option(names = "--max", paramLabel = "N", description = "At most N records (default: all)")
  private @Nullable Long max;

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      description = "In an order by chance, the same for the same number (default: GBIF's own)")
  private @Nullable Long seed;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the search in the catalogue; one of that name is replaced (default: what is"
              + " searched)")
  private @Nullable String name;

  IngestGbifSearchCommand(Context context) {
    super(context);
  }

  @Override
  long ingest(Session session) {
    if (max != null && max < 1) {
      throw PhotocatException.of(ExitStatus.USAGE, "--max is %d, must be 1 or more".formatted(max));
    }
    boolean isFile = words.size() == 1 && !words.get(0).contains("=");
    Searched searched =
        new GbifSearchIngest(
                session,
                context().cancellation(),
                context().output().progress(),
                context().clock(),
                context().output()::note)
            .run(
                new GbifSearchIngest.Request(
                    words,
                    isFile ? Optional.of(file(words.get(0))) : Optional.empty(),
                    Optional.ofNullable(name),
                    max == null ? OptionalLong.empty() : OptionalLong.of(max),
                    seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                    context().workFolder(),
                    context().settings().jobs()));
    tell(searched);
    return searched.ingested().rejectedRows();
  }

  private GbifSearchIngest.File file(String typed) {
    try {
      Path path = context().resolve(Path.of(typed));
      return new GbifSearchIngest.File(typed, TextFile.read(path, TextFile.LARGEST_BY_HAND_BYTES));
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "cannot read %s: %s".formatted(typed, FailureReason.of(e)), e)
          .withHint("give KEY=VALUE, such as taxonKey=4DXXM, or a file of JSON");
    }
  }

  private void tell(Searched searched) {
    Output output = context().output();
    Ingested ingested = searched.ingested();
    ingested.notes().forEach(output::warn);
    tellRejected(ingested.rejectedRows());
    output.note(
        "ingested %s and %s in %s: %s, %s of them under an open licence"
            .formatted(
                Amounts.count(ingested.records(), "record"),
                Amounts.count(ingested.media(), "media record"),
                Amounts.duration(ingested.duration()),
                Amounts.count(ingested.photos(), "photo"),
                Amounts.count(ingested.openPhotos())));
    searched
        .label()
        .ifPresent(
            label ->
                output.note(
                    "'manifest build NAME --from dwca --label %s' sorts them by it"
                        .formatted(label)));
  }
}
