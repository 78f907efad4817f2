package photocat.job.download;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.store.FreeSpace;
import photocat.store.FreeSpaceWatch;
import photocat.store.PhotoStore;
import photocat.store.StoreFullException;
import photocat.store.StoreSettings;
import photocat.store.UnforcedException;

/**
 * Events on their way into the catalogue: first their files are forced to the disk, then all rows
 * are written in one transaction. What cannot be written for want of room is held and written
 * later; since the newest row of a file is its state, a row that is written twice does no harm. The
 * writer's thread only, but for {@link #isHeld}.
 */
final class EventBatch {
  private static final Logger log = LoggerFactory.getLogger(EventBatch.class);
  private static final Duration HELD_FOR = Duration.ofSeconds(1);

  /** Other sessions may be in the way for a moment; more often means that rows do not fit. */
  private static final int TRIES = 3;

  private final Session session;
  private final PhotoStore store;
  private final RunNumber run;
  private final FreeSpaceWatch room;
  private final Cancellation cancellation;
  private final Consumer<String> notes;
  private final List<DownloadEvent> events = new ArrayList<>();
  private int synced;
  private int failures;
  private boolean told;
  private volatile boolean held;

  /** The run that the rows belong to. */
  record RunNumber(int runId, int manifestId) {}

  /**
   * An empty batch.
   *
   * @param room that of the catalogue
   * @param cancellation ends waiting for room
   * @param notes told in one line when rows are held, and when they are written
   */
  EventBatch(
      Session session,
      PhotoStore store,
      RunNumber run,
      FreeSpaceWatch room,
      Cancellation cancellation,
      Consumer<String> notes) {
    this.session = session;
    this.store = store;
    this.run = run;
    this.room = room;
    this.cancellation = cancellation;
    this.notes = notes;
  }

  /**
   * The same for a run of {@code catalog}.
   *
   * @param minFreeBytes what is to be left free on its volume, as in {@link StoreSettings}
   */
  static EventBatch of(
      Catalog catalog,
      Session session,
      PhotoStore store,
      RunNumber run,
      long minFreeBytes,
      Cancellation cancellation,
      Consumer<String> notes) {
    FreeSpaceWatch room =
        new FreeSpaceWatch(
            () ->
                catalog
                    .file()
                    .map(file -> FreeSpace.at(file, minFreeBytes))
                    .orElse(FreeSpace.UNLIMITED));
    return new EventBatch(session, store, run, room, cancellation, notes);
  }

  void add(DownloadEvent event) {
    events.add(event);
  }

  int size() {
    return events.size();
  }

  /** Tells whether rows wait for the catalogue. */
  boolean isHeld() {
    return held;
  }

  /** Writes the batch if the catalogue has room, else keeps it. */
  void write() {
    // DuckDB gives up the whole database where a checkpoint finds the disk full.
    if (room.isOpen()) {
      tryToWrite();
    } else {
      hold();
    }
  }

  /** Waits until what is held can be written. */
  void writeHeld() {
    while (!events.isEmpty()) {
      if (cancellation.await(HELD_FOR)) {
        tryToWrite();
        throwUnwritten();
      } else {
        write();
      }
    }
  }

  private void throwUnwritten() {
    if (!events.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.INTERRUPTED,
              "the download was stopped while the catalogue had no room for %s"
                  .formatted(Amounts.count(events.size(), "row")))
          .withHint("free the disk; the next 'download start' finds the files that are there");
    }
  }

  private void tryToWrite() {
    syncFiles();
    try {
      writeRows();
    } catch (PhotocatException e) {
      failed(e);
      return;
    }
    events.clear();
    synced = 0;
    failures = 0;
    held = false;
    if (told) {
      told = false;
      notes.accept("the catalogue has room again: the download goes on");
    }
  }

  private void writeRows() {
    if (!events.isEmpty()) {
      session.transaction(() -> new DownloadSums(session).book(this::appendRows));
    }
  }

  private int appendRows() {
    try (TableAppender table = session.openAppender("download_events", DownloadEvent.COLUMNS)) {
      events.forEach(event -> event.appendTo(table, run.runId(), run.manifestId()));
      table.flush();
    }
    return events.size();
  }

  private void failed(PhotocatException failure) {
    log.warn("cannot write {} events", events.size(), failure);
    if (failure.kind() == ExitStatus.FAILED && StoreFullException.isMeantBy(failure.message())) {
      room.full();
      hold();
      return;
    }
    failures++;
    if (failure.kind() != ExitStatus.FAILED || failures == TRIES || cancellation.isCancelled()) {
      throw failure;
    }
    held = true;
  }

  private void hold() {
    held = true;
    if (!told) {
      told = true;
      notes.accept(
          "the disk of the catalogue has %s left: the download pauses until it has %s"
              .formatted(
                  Amounts.bytes(room.room().freeBytes()),
                  Amounts.bytes(room.room().enoughBytes())));
    }
  }

  private void syncFiles() {
    List<String> names =
        events.subList(synced, events.size()).stream()
            .filter(DownloadEvent::isStored)
            .map(DownloadEvent::name)
            .toList();
    try {
      store.sync(names);
      synced = events.size();
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot force photos to the disk: %s".formatted(FailureReason.of(e)),
              e)
          .withHint(
              e instanceof UnforcedException
                  ? UnforcedException.HINT
                  : "check the disk; the next 'download start' fetches what it has lost");
    }
  }
}
