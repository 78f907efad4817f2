package photocat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import photocat.catalog.CatalogRepair;
import photocat.catalog.CatalogRepair.Repaired;
import photocat.catalog.CatalogSettings;
import photocat.command.GlobalOptions;
import photocat.command.LimitedCommand;
import photocat.command.Output;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;

/** Works on a catalogue that does not open; made here because commands are given an open one. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Make a damaged catalogue open again, with what can be read of it.",
      "Every table is read from end to end. If that fails, what DuckDB opens is tried on a copy,"
          + " for which there must be room: the header that is whole, all up to the damage in the"
          + " log (FILE.wal), the file without its log, then table by table. The copy takes the"
          + " place of FILE, which is kept as a backup with its log, FILE.damaged-DATE. Nothing is"
          + " deleted. What downloads did since is found again by 'download rebuild NAME'.",
      "Tables of photocat's own that have been dropped are made again.",
      "Exit code 3 if a part is saved, 1 if nothing is; then FILE stays as it is."
    },
    footer = {"", "Example: photocat repair --catalog catalog/photocat.duckdb"})
final class RepairCommand implements Callable<Integer>, LimitedCommand {
  private final Supplier<Path> file;
  private final Supplier<CatalogSettings> settings;
  private final GlobalOptions options;
  private final Output output;
  private final Cancellation cancellation;

  RepairCommand(
      Supplier<Path> file,
      Supplier<CatalogSettings> settings,
      GlobalOptions options,
      Output output,
      Cancellation cancellation) {
    this.file = file;
    this.settings = settings;
    this.options = options;
    this.output = output;
    this.cancellation = cancellation;
  }

  @Override
  public Map<String, String> limits() {
    return Map.of("--read-only", "writes the catalogue again");
  }

  @Override
  public Integer call() {
    Path catalog = file.get();
    if (options.isReadOnly()) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "cannot repair catalogue %s with --read-only".formatted(catalog));
    }
    Optional<Repaired> repaired =
        new CatalogRepair(catalog, settings.get(), cancellation).run(Instant.now());
    repaired.ifPresentOrElse(
        what -> tell(catalog, what),
        () -> output.note("%s: every table can be read; nothing to repair".formatted(catalog)));
    return repaired.map(Repaired::kind).orElse(ExitStatus.DONE).exitCode();
  }

  private void tell(Path catalog, Repaired what) {
    output.warn("%s: %s".formatted(catalog, what.found()));
    if (what.kind() == ExitStatus.FAILED) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "saved: %s; %s stays as it is".formatted(what.saved(), catalog))
          .withHint(
              "put a copy in its place, or move it and its log away and ingest again; 'download"
                  + " rebuild NAME' finds the photos again");
    }
    if (what.backup().isEmpty()) {
      return;
    }
    output.note("moved to %s; saved: %s".formatted(what.backup().get(), what.saved()));
    if (what.kind() == ExitStatus.PARTIAL) {
      output.note("'status' shows what is there; 'download rebuild NAME' finds the photos again");
    }
  }
}
