package photocat.command.download;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.SettingFlags;
import photocat.job.JobSettings;
import photocat.job.download.DownloadOptions;
import photocat.job.download.RootChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which servers are asked for photos, and how hard. */
public final class ServerOptions {
  @Option(
      names = "--photo-base-url",
      paramLabel = "URL",
      description =
          "Ask a mirror: URL takes the place of scheme and host of every photo's address (default:"
              + " the addresses of the manifest)")
  private @Nullable String photoBaseUrl;

  private final SettingFlags flags = new SettingFlags(JobSettings.ofFetching());

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    flags.addTo(command);
  }

  /** Returns how photos are to be fetched. */
  public DownloadOptions options(
      JobSettings settings,
      String manifest,
      RootChoice root,
      Path defaultRoot,
      boolean retryRefused) {
    return new DownloadOptions(
        settings,
        manifest,
        root,
        defaultRoot,
        Optional.ofNullable(photoBaseUrl),
        flags.chosen(),
        retryRefused);
  }
}
