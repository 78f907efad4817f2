package photocat.command.names;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a file of names to read. */
final class ListPartOptions {
  @Option(
      names = "--sheet",
      paramLabel = "SHEET",
      description = "Sheet of a workbook, by its name or counted from 1 (default: the first)")
  private @Nullable String sheet;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Table or view of a SQLite database (default: the only one)")
  private @Nullable String table;

  Optional<String> sheet() {
    return Optional.ofNullable(sheet);
  }

  Optional<String> table() {
    return Optional.ofNullable(table);
  }
}
