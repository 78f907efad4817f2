package photocat.command.names;

import java.nio.file.Path;
import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.RejectedRows;
import photocat.job.Claim;
import photocat.job.names.ColumnChoice;
import photocat.job.names.NameOverrides;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes overrides from a file. */
@Command(
    name = "load",
    description = {
      "Load overrides from a file with the columns from_name and to_name: CSV, TSV, Parquet, a"
          + " sheet of a workbook or a table of a SQLite database. One may lead to a spelling that"
          + " another one overrides, in any order.",
      RejectedRows.HELP
    },
    footer = "Example: photocat override load overrides.csv")
final class OverrideLoadCommand extends PhotocatCommand {
  @Parameters(paramLabel = "FILE", description = "File to load; later rows win over earlier ones")
  private Path file = Path.of("");

  @Mixin private final ListPartOptions part = new ListPartOptions();

  OverrideLoadCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.names());
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      NameOverrides.Loaded loaded =
          new NameOverrides(session)
              .load(
                  context().resolve(file),
                  ColumnChoice.ofPart(part.sheet(), part.table()),
                  context().clock().instant());
      context()
          .output()
          .note(
              "%s: %s, %s rejected"
                  .formatted(
                      file,
                      Amounts.count(loaded.overrides(), "override"),
                      Amounts.count(loaded.rejected(), "row")));
      loaded.warnings().forEach(context().output()::warn);
      return RejectedRows.tell(context().output(), loaded.rejected());
    }
  }
}
