package photocat.job.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.command.CommandRunner;
import photocat.job.Progress;
import photocat.model.Cancellation;

/**
 * A process that ends in the middle of an ingest as one that is killed: nothing is closed, and
 * nothing tidied up.
 */
public final class HaltedIngest {
  /** What it ends with, as after SIGKILL; a command that came to its end gives another. */
  public static final int HALTED = 137;

  private static final long LARGE_BYTES = 1_000_000;
  private static final long LARGE_ROWS = 10_000;

  private HaltedIngest() {}

  /** Takes the catalogue and the words of the command. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    String[] words = Arrays.copyOfRange(arguments, 1, arguments.length);
    try (CommandRunner photocat =
        new CommandRunner(Path.of("."), () -> Catalog.open(file, CatalogSettings.DEFAULTS))) {
      int exitCode = photocat.run(halting(), new Cancellation(), words);
      System.out.println("not halted but ended with " + exitCode + ": " + photocat.said());
    }
    System.exit(1);
  }

  /** Halts when most of the large file is read. */
  private static Progress halting() {
    return (what, unit, total) ->
        (done, details) -> {
          long large = unit == Progress.Unit.BYTES ? LARGE_BYTES : LARGE_ROWS;
          if (done > large && done * 10 > total * 9) {
            Runtime.getRuntime().halt(HALTED);
          }
        };
  }
}
