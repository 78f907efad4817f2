package photocat.job.download;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.fetch.HostState;
import photocat.fetch.PastTraffic;
import photocat.model.PhotocatException;

/**
 * The rows of {@code download_hosts}: how hosts are, written by a thread of its own. Closed by
 * whoever made it, before the session.
 */
final class DownloadHosts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DownloadHosts.class);

  private final Session session;
  private final int runId;
  private final InstantSource clock;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "photocat-hosts"));

  DownloadHosts(Session session, int runId, InstantSource clock) {
    this.session = session;
    this.runId = runId;
    this.clock = clock;
  }

  /** Returns what hosts sent in the last day, the oldest first. */
  List<PastTraffic> past() {
    Map<String, Object> now = Map.of("now", clock.instant());
    session.run("download/forget_hosts", now);
    return session.list(
        "download/past_traffic",
        now,
        row ->
            new PastTraffic(
                row.text("host"),
                Duration.ofMillis(Math.max(0, row.number("ago_ms"))),
                row.number("received_bytes")));
  }

  /** Takes a report and returns at once. */
  void add(List<HostState> states) {
    if (!states.isEmpty()) {
      Instant now = clock.instant();
      writer.execute(() -> write(states, now));
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
        log.warn("gave up waiting for the states of hosts to be written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What cannot be written is no reason to stop: the photos' own rows tell if the disk is full. */
  private void write(List<HostState> states, Instant now) {
    try {
      session.transaction(
          () -> {
            try (TableAppender table =
                session.openAppender(
                    "download_hosts",
                    "run_id",
                    "host",
                    "connection_limit",
                    "in_flight",
                    "waiting",
                    "requests_per_s",
                    "paused_until",
                    "reason",
                    "ttfb_ms",
                    "answers",
                    "throttled",
                    "failed",
                    "received_bytes",
                    "seen_at")) {
              states.forEach(state -> append(table, state, now));
              table.flush();
            }
            return states.size();
          });
    } catch (PhotocatException e) {
      log.warn("cannot keep how hosts are", e);
    }
  }

  private void append(TableAppender table, HostState state, Instant now) {
    table.row(
        runId,
        state.host(),
        state.limit(),
        state.inFlight(),
        state.waiting(),
        state.requestsPerSecond().isPresent() ? state.requestsPerSecond().getAsDouble() : null,
        state.pausedFor().map(now::plus).orElse(null),
        nullIfEmpty(state.reason()),
        state.firstByte().map(time -> (int) time.toMillis()).orElse(null),
        state.answers(),
        state.throttled(),
        state.failed(),
        state.receivedBytes(),
        now);
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
