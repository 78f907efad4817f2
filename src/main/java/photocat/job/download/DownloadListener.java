package photocat.job.download;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import photocat.fetch.FetchListener;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchRequest;
import photocat.fetch.HostState;
import photocat.model.Amounts;
import photocat.model.OneLine;
import photocat.store.FreeSpace;

/** Turns what the fetcher tells of photos into events of files, and counts them. */
final class DownloadListener implements FetchListener {
  private static final int MOST_UNSTORED = 5;

  private final PendingPhotos photos;
  private final DownloadEvents events;
  private final DownloadHosts hosts;
  private final DownloadCount count;
  private final DownloadTicker beat;
  private final Consumer<String> notes;
  private final InstantSource clock;

  /** What has been told of photos that the store did not take. */
  private final Set<String> unstored = new HashSet<>();

  private boolean isInTheWay;

  DownloadListener(
      PendingPhotos photos,
      DownloadEvents events,
      DownloadHosts hosts,
      DownloadCount count,
      DownloadTicker beat,
      Consumer<String> notes,
      InstantSource clock) {
    this.photos = photos;
    this.events = events;
    this.hosts = hosts;
    this.count = count;
    this.beat = beat;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public void started(FetchRequest request) {
    List<Long> files = photos.files(request);
    add(files, request, Optional.empty());
    count.started(request, files.size());
  }

  @Override
  public void retrying(FetchRequest request, FetchOutcome outcome) {
    List<Long> files = photos.files(request);
    add(files, request, Optional.of(outcome));
    count.retrying(request, files.size());
  }

  @Override
  public boolean mayStart() {
    beat.check();
    boolean writing = events.isWriting();
    count.rowsHeld(!writing);
    return writing;
  }

  /** A folder that takes none of its photos is told once. */
  @Override
  public void unstored(String name, String reason) {
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    if (unstored.size() < MOST_UNSTORED && unstored.add(folder + " " + reason)) {
      notes.accept(
          "cannot store %s: %s; 'download start' tries again".formatted(OneLine.of(name), reason));
    }
  }

  /** One is an example of all; how many there are is told at the end. */
  @Override
  public void inTheWay(String name) {
    if (!isInTheWay) {
      isInTheWay = true;
      notes.accept(
          ("kept %s, which is not the photo that belongs there: move such files away, or have them"
                  + " replaced with --replace-foreign")
              .formatted(OneLine.of(name)));
    }
  }

  @Override
  public void paused(FreeSpace room) {
    count.storeFull(true);
    notes.accept(
        "the disk of the photos has %s left: the download pauses until it has %s"
            .formatted(Amounts.bytes(room.freeBytes()), Amounts.bytes(room.enoughBytes())));
  }

  @Override
  public void resumed() {
    count.storeFull(false);
    notes.accept("the disk of the photos has room again: the download goes on");
  }

  @Override
  public void hosts(List<HostState> states) {
    hosts.add(states);
    beat.hosts(states);
  }

  @Override
  public void refusing(String host, String reason, int inARow) {
    notes.accept(
        ("%s refused %d photos in a row (%s): it may have shut you out; 'download retry' asks it"
                + " again later")
            .formatted(OneLine.of(host), inARow, reason));
  }

  @Override
  public void givenUp(String host, String reason) {
    notes.accept(
        "%s keeps failing (%s): its photos are left to the next 'download start'"
            .formatted(OneLine.of(host), reason));
  }

  @Override
  public void ended(FetchRequest request, FetchOutcome outcome) {
    List<Long> files = photos.take(request);
    add(files, request, Optional.of(outcome));
    count.ended(request, files.size(), outcome);
  }

  private void add(List<Long> files, FetchRequest request, Optional<FetchOutcome> outcome) {
    events.add(files, request, outcome, clock.instant());
  }
}
