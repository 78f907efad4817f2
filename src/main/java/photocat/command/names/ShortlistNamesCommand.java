package photocat.command.names;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Adds the names that other sources call the taxa of the shortlist. */
@Command(
    name = "names",
    description = {
      "Add original names: what a source calls the taxa of the shortlist. All spellings are kept,"
          + " and all are matched.",
      "Names whose key the shortlist lacks are kept, and used once a list with that key is loaded.",
      RejectedRows.HELP
    },
    footer = "Example: photocat shortlist names duke.parquet --source duke")
final class ShortlistNamesCommand extends PhotocatCommand {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to add, one after another")
  private final List<Path> files = new ArrayList<>();

  @Mixin private final NameFileOptions options = new NameFileOptions();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description =
          "Who spells the names so, for example duke; needed unless --source-column names a column,"
              + " then for rows where that is blank")
  private String source = "";

  ShortlistNamesCommand(Context context) {
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
    if (source.isEmpty() && options.columns().source().isEmpty()) {
      throw PhotocatException.of(ExitStatus.USAGE, "missing option: --source=SOURCE")
          .withHint("--source-column takes the sources from a column of the file");
    }
    ExitStatus ended = ExitStatus.DONE;
    try (Session session = context().openSession()) {
      for (Path file : files) {
        Shortlist.Loaded loaded =
            new Shortlist(session).addNames(context().resolve(file), options.columns(), source);
        ended = ended.or(tell(file, loaded));
      }
    }
    return ended;
  }

  private ExitStatus tell(Path file, Shortlist.Loaded loaded) {
    context()
        .output()
        .note(
            "%s: %s of %s (%s new), %s rejected"
                .formatted(
                    file,
                    Amounts.count(loaded.spellings(), "spelling"),
                    Amounts.count(loaded.taxa(), "taxon", "taxa"),
                    Amounts.count(loaded.newSpellings()),
                    Amounts.count(loaded.rejected(), "row")));
    context().output().note("%s: %s".formatted(file, loaded.columns()));
    RejectedRows.tellBroken(context().output(), loaded.broken());
    loaded.warnings().forEach(context().output()::warn);
    ExitStatus ended = RejectedRows.tell(context().output(), loaded.rejected());
    if (loaded.strangers() > 0) {
      context()
          .output()
          .warn(
              "%s not in the shortlist; their names are kept but not matched"
                  .formatted(Amounts.count(loaded.strangers(), "key is", "keys are")));
    }
    return ended;
  }
}
