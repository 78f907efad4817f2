package photocat.job.gbif;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import photocat.catalog.Session;
import photocat.file.UserPaths;
import photocat.http.Timekeeper;
import photocat.job.JobSettings;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.source.gbif.GbifAccount;
import photocat.source.gbif.GbifApi;

/**
 * What work with GBIF needs.
 *
 * @param session of the catalogue, which the caller closes
 * @param settings how servers are asked
 * @param paths leads from a path that the user wrote to the file that he means
 * @param note is told of pauses and changes
 */
public record GbifContext(
    Session session,
    JobSettings settings,
    UnaryOperator<Path> paths,
    Cancellation cancellation,
    Consumer<String> note,
    Progress progress,
    InstantSource clock) {
  GbifApi api() {
    return GbifApi.open(
        settings.http(), settings.sources().gbifApi(), Timekeeper.WALL, cancellation, note);
  }

  DownloadTracker tracker() {
    return new DownloadTracker(session, api(), clock);
  }

  GbifAccount account() {
    Optional<Path> file = settings.sources().gbifCredentials().map(UserPaths::read).map(paths);
    return settings.sources().gbifLogin().account(file);
  }
}
