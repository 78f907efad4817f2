package photocat.job.download;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.fetch.HostState;
import photocat.job.Progress;
import photocat.job.download.DownloadCount.Counts;

/** Shows how far a download is, four times a second to people and once a second to programs. */
final class DownloadTicker implements AutoCloseable {
  private static final long DRAWN_EVERY_MILLIS = 250;
  private static final int BEATS_PER_MOMENT = 4;

  /** Speeds are those of the last five seconds. */
  private static final int REMEMBERED = 5 * BEATS_PER_MOMENT;

  private final DownloadCount count;
  private final BusyHosts hosts = new BusyHosts();
  private final Progress.Step step;
  private final Consumer<DownloadProgress> moments;
  private final Supplier<OptionalLong> freeBytes;
  private final InstantSource clock;
  private final long startedAt = System.nanoTime();
  private final Deque<Past> past = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "photocat-beat"));
  private int beats;
  private volatile @Nullable RuntimeException failure;

  private record Past(long nanos, Counts counts) {}

  /**
   * Begins to beat.
   *
   * @param step where people see it
   * @param moments where programs do; what it throws ends the download
   * @param freeBytes room on the volume of the photos; empty where there is no end of it
   */
  DownloadTicker(
      DownloadCount count,
      Progress.Step step,
      Consumer<DownloadProgress> moments,
      Supplier<OptionalLong> freeBytes,
      InstantSource clock) {
    this.count = count;
    this.step = step;
    this.moments = moments;
    this.freeBytes = freeBytes;
    this.clock = clock;
    past.add(new Past(startedAt, count.now()));
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            this::beat, DRAWN_EVERY_MILLIS, DRAWN_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes in how some hosts are now. */
  void hosts(List<HostState> states) {
    hosts.add(states);
  }

  /** Throws what a watcher threw. */
  void check() {
    RuntimeException known = failure;
    if (known != null) {
      throw known;
    }
  }

  /** Shows the end. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure == null) {
      show(true, true);
    }
  }

  private void beat() {
    if (failure != null) {
      return;
    }
    try {
      show(++beats % BEATS_PER_MOMENT == 0, false);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void show(boolean toAll, boolean last) {
    DownloadProgress moment = moment(last);
    step.tally(moment.bytes(), moment.missing());
    step.at(moment.ended(), DownloadDetails.of(moment, hosts.texts()));
    if (toAll) {
      moments.accept(moment);
    }
  }

  private DownloadProgress moment(boolean last) {
    long now = System.nanoTime();
    Counts counts = count.now();
    past.add(new Past(now, counts));
    if (past.size() > REMEMBERED) {
      past.remove();
    }
    Past before = past.element();
    double seconds = Math.max(1e-3, (now - before.nanos()) / 1e9);
    return new DownloadProgress(
        clock.instant(),
        Duration.ofNanos(now - startedAt),
        counts.files(),
        counts.ended(),
        counts.missing(),
        counts.active(),
        counts.retrying(),
        counts.bytes(),
        (counts.ended() - before.counts().ended()) / seconds,
        (long) ((counts.bytes() - before.counts().bytes()) / seconds),
        freeBytes.get(),
        counts.paused(),
        last);
  }
}
