package photocat.command.names;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.RejectedRows;
import photocat.job.Claim;
import photocat.job.names.Shortlist;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes accepted names into the shortlist. */
@Command(
    name = "load",
    description = {
      "Load the taxa that photos are wanted of: CSV or TSV with a header, a sheet of an Excel or"
          + " LibreOffice workbook, Parquet, a table of a SQLite database, or a plain list with a"
          + " name on each line. Text may be packed with gzip. It says which columns it took.",
      "Without a key column the name is the key, and for single names whose key is blank or says"
          + " that there is none (NA, NULL, 0, -1 and the like). Accepted names are spellings too,"
          + " unless --no-spelling. A list that was loaded before is replaced: what it no longer"
          + " holds is wanted no more, unless another list does.",
      RejectedRows.HELP
    },
    footer = "Example: photocat shortlist load species.csv")
final class ShortlistLoadCommand extends PhotocatCommand {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to load, one after another")
  private final List<Path> files = new ArrayList<>();

  @Mixin private final NameFileOptions options = new NameFileOptions();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Who spells the accepted names so (default: accepted)")
  private String source = "accepted";

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description =
          "Name of the list, of one FILE; one of that name is replaced (default: the name of FILE"
              + " without its ending)")
  private @Nullable String list;

  @Option(
      names = "--no-spelling",
      description =
          "Match only the spellings of 'shortlist names', not the accepted names themselves")
  private boolean noSpelling;

  ShortlistLoadCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  public boolean isFrugal() {
    return true;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.names());
  }

  @Override
  protected ExitStatus run() {
    if (list != null && files.size() > 1) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot load %d files into one list".formatted(files.size()))
          .withHint("leave out --list, or load them one by one");
    }
    ExitStatus ended = ExitStatus.DONE;
    try (Session session = context().openSession()) {
      for (Path file : files) {
        Shortlist.Loaded loaded =
            new Shortlist(session)
                .load(
                    context().resolve(file),
                    Optional.ofNullable(list),
                    options.columns(),
                    noSpelling ? "" : source,
                    context().clock().instant());
        context()
            .output()
            .note(
                "%s: %s (%s), %s new, %s rejected"
                    .formatted(
                        file,
                        Amounts.count(loaded.taxa(), "taxon", "taxa"),
                        loaded.changes(),
                        Amounts.count(loaded.newSpellings(), "spelling"),
                        Amounts.count(loaded.rejected(), "row")));
        context().output().note("%s: %s".formatted(file, loaded.columns()));
        if (loaded.keyless() > 0) {
          context()
              .output()
              .note(
                  "%s: no key at %s, whose key is the name"
                      .formatted(file, Amounts.count(loaded.keyless(), "name")));
        }
        RejectedRows.tellBroken(context().output(), loaded.broken());
        loaded.warnings().forEach(context().output()::warn);
        ended = ended.or(RejectedRows.tell(context().output(), loaded.rejected()));
      }
    }
    return ended;
  }
}
