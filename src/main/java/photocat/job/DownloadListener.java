package photocat.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import photocat.fetch.FetchListener;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchState;
import photocat.fetch.HostState;
import photocat.model.Amounts;

/** Turns what the fetcher tells of photos into events of files, and shows how far it is. */
final class DownloadListener implements FetchListener {
  private final PendingPhotos photos;
  private final DownloadEvents events;
  private final DownloadHosts hosts;
  private final Progress.Step progress;
  private final InstantSource clock;
  private final long startedAt = System.nanoTime();
  private long files;
  private long failures;
  private long fetchedBytes;

  DownloadListener(
      PendingPhotos photos,
      DownloadEvents events,
      DownloadHosts hosts,
      Progress.Step progress,
      InstantSource clock) {
    this.photos = photos;
    this.events = events;
    this.hosts = hosts;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public void started(FetchRequest request) {
    for (long file : photos.files(request)) {
      events.add(new DownloadEvent(file, Optional.empty(), clock.instant()));
    }
  }

  @Override
  public void retrying(FetchRequest request, FetchOutcome outcome) {
    for (long file : photos.files(request)) {
      events.add(new DownloadEvent(file, Optional.of(outcome), clock.instant()));
    }
  }

  @Override
  public void hosts(List<HostState> states) {
    hosts.add(states);
  }

  @Override
  public void ended(FetchRequest request, FetchOutcome outcome) {
    for (long file : photos.take(request)) {
      events.add(new DownloadEvent(file, Optional.of(outcome), clock.instant()));
      files++;
      failures += outcome.state().isStored() ? 0 : 1;
    }
    if (outcome instanceof Stored stored && stored.state() == FetchState.DONE) {
      fetchedBytes += stored.photo().sizeBytes();
    }
    progress.tally(fetchedBytes, failures);
    progress.at(files, detail());
  }

  private String detail() {
    double seconds = Math.max(1e-3, (System.nanoTime() - startedAt) / 1e9);
    String bytes =
        "%s  %s/s"
            .formatted(Amounts.bytes(fetchedBytes), Amounts.bytes((long) (fetchedBytes / seconds)));
    return failures == 0 ? bytes : bytes + "  " + Amounts.count(failures) + " not stored";
  }
}
