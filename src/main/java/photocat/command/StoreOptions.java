package photocat.command;

import org.jspecify.annotations.Nullable;
import photocat.job.JobSettings;
import photocat.store.Fsync;
import picocli.CommandLine.Option;

/** How photos are stored. */
final class StoreOptions {
  @Option(
      names = "--fsync",
      paramLabel = "WHEN",
      description =
          "When photos are forced to the disk, to outlast a power cut: none, batch (before their"
              + " rows are written) or strict (each before it takes its name) (default: store.fsync,"
              + " batch)")
  private @Nullable Fsync fsync;

  JobSettings over(JobSettings settings) {
    return fsync == null ? settings : settings.withStore(settings.store().withFsync(fsync));
  }
}
