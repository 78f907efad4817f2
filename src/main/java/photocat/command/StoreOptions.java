package photocat.command;

import org.jspecify.annotations.Nullable;
import photocat.job.JobSettings;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import picocli.CommandLine.Option;

/** How photos are stored. */
final class StoreOptions {
  @Option(
      names = "--fsync",
      paramLabel = "WHEN",
      description =
          "When photos are forced to the disk, to outlast a power cut: none, batch (before their"
              + " rows are written) or strict (each before it takes its name) (default:"
              + " store.fsync, batch)")
  private @Nullable String fsync;

  JobSettings over(JobSettings settings) {
    if (fsync == null) {
      return settings;
    }
    try {
      return settings.withFsync(fsync);
    } catch (IllegalArgumentException e) {
      throw PhotocatException.of(
          Kind.USAGE, "--fsync is %s, must be none, batch or strict".formatted(fsync), e);
    }
  }
}
