package photocat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import photocat.catalog.CatalogRepair;
import photocat.catalog.CatalogSettings;
import photocat.command.LimitedCommand;
import photocat.command.Output;
import photocat.model.Kind;
import picocli.CommandLine.Command;

/** Works on a catalogue that does not open; made here because commands are given an open one. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Make a damaged catalogue open again, with what can be read of it.",
      "Every table is read from end to end. If that fails, the file and its log (FILE.wal) are"
          + " moved to a backup, FILE.damaged-DATE, and what can be read is copied back: all up to"
          + " the damage in the log, else the file without its log, else table by table. Nothing is"
          + " deleted. What downloads did since is found again by 'download rebuild NAME'."
    },
    footer = {"", "Example: photocat repair --catalog catalog/photocat.duckdb"})
final class RepairCommand implements Callable<Integer>, LimitedCommand {
  private final Supplier<Path> file;
  private final Supplier<CatalogSettings> settings;
  private final Output output;

  RepairCommand(Supplier<Path> file, Supplier<CatalogSettings> settings, Output output) {
    this.file = file;
    this.settings = settings;
    this.output = output;
  }

  @Override
  public Map<String, String> limits() {
    return Map.of("--read-only", "writes the catalogue anew");
  }

  @Override
  public Integer call() {
    Path catalog = file.get();
    Optional<CatalogRepair.Repaired> repaired =
        new CatalogRepair(catalog, settings.get()).run(Instant.now());
    if (repaired.isEmpty()) {
      output.note("%s: every table can be read; nothing to repair".formatted(catalog));
      return Kind.DONE.exitCode();
    }
    CatalogRepair.Repaired what = repaired.get();
    output.warn("%s: %s".formatted(catalog, what.found()));
    output.note("moved to %s; saved: %s".formatted(what.backup(), what.saved()));
    output.note("'status' shows what is there; 'download rebuild NAME' finds the photos again");
    return Kind.DONE.exitCode();
  }
}
