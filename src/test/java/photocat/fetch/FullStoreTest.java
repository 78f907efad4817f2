package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import photocat.image.SamplePhotos;
import photocat.model.Cancellation;
import photocat.store.FreeSpace;
import photocat.store.LocalFolder;

/** A store that fills while photos land in it. */
@ExtendWith(LeakCheck.class)
final class FullStoreTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);

  @TempDir private Path root;
  private PhotoServer server;

  @BeforeEach
  void open() throws IOException {
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void waitsForRoomAndThenFetchesTheRest() throws IOException {
    QuotaStore store = new QuotaStore(new LocalFolder(root), 10L * PHOTO.length + 100, 0);
    Watcher watcher = new Watcher(() -> store.free(100L * PHOTO.length));

    FetchSummary summary = run(store, watcher, new Cancellation(), 40);

    assertThat(summary.count(FetchState.DONE)).isEqualTo(40);
    assertThat(watcher.trial.retries).isNotEmpty().containsOnly("retry store_full");
    assertThat(watcher.pauses).hasSize(1);
    assertThat(watcher.resumed).isEqualTo(1);
    watcher.trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void asksForNothingMoreOnceTheReserveIsTouched() throws IOException {
    QuotaStore store = new QuotaStore(new LocalFolder(root), 0, 100);
    Watcher watcher = new Watcher(() -> {});
    Cancellation cancellation = new Cancellation();
    watcher.atPause = cancellation::cancel;

    FetchSummary summary = run(store, watcher, cancellation, 40);

    assertThat(server.requests()).isEmpty();
    assertThat(watcher.pauses).containsExactly(new FreeSpace(0, 100));
    assertThat(summary.cancelled()).isTrue();
  }

  @Test
  void stopWhilePausedLeavesNothingHalfWritten() throws IOException {
    QuotaStore store = new QuotaStore(new LocalFolder(root), 10L * PHOTO.length + 100, 0);
    Cancellation cancellation = new Cancellation();
    Watcher watcher = new Watcher(cancellation::cancel);

    FetchSummary summary = run(store, watcher, cancellation, 40);

    assertThat(summary.cancelled()).isTrue();
    assertThat(summary.count(FetchState.DONE)).isEqualTo(10);
    watcher.trial.assertOnlyWholePhotos(PHOTO);
  }

  @Test
  void listenerMayHoldUpNewPhotos() {
    Watcher watcher = new Watcher(() -> {});
    watcher.refusals = 1;

    FetchSummary summary =
        run(new QuotaStore(new LocalFolder(root), 1 << 30, 0), watcher, new Cancellation(), 1);

    assertThat(watcher.refusals).isNegative();
    assertThat(summary.count(FetchState.DONE)).isEqualTo(1);
  }

  private FetchSummary run(
      QuotaStore store, Watcher watcher, Cancellation cancellation, int photos) {
    List<FetchRequest> requests =
        LongStream.rangeClosed(1, photos)
            .mapToObj(id -> new FetchRequest(id, server.url("/" + id), List.of(id + ".jpg")))
            .toList();
    return new PhotoFetcher(Trial.SETTINGS, store).run(requests.iterator(), watcher, cancellation);
  }

  /** Does something when the store is full. */
  private final class Watcher implements FetchListener {
    final Trial trial = new Trial(root);
    final List<FreeSpace> pauses = new ArrayList<>();
    private final Runnable atFull;
    Runnable atPause = () -> {};
    int resumed;
    int refusals;

    Watcher(Runnable atFull) {
      this.atFull = atFull;
    }

    @Override
    public boolean mayStart() {
      refusals--;
      return refusals < 0;
    }

    @Override
    public void paused(FreeSpace room) {
      pauses.add(room);
      atPause.run();
    }

    @Override
    public void resumed() {
      resumed++;
    }

    @Override
    public void started(FetchRequest request) {
      trial.started(request);
    }

    @Override
    public void retrying(FetchRequest request, FetchOutcome outcome) {
      trial.retrying(request, outcome);
      atFull.run();
    }

    @Override
    public void ended(FetchRequest request, FetchOutcome outcome) {
      trial.ended(request, outcome);
    }
  }
}
