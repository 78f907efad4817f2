package photocat.job;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.fetch.SharedServers;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.Waiting;

/**
 * The work that this process does and did: a few jobs at a time in the background, others wait for
 * their turn; and what runs in the foreground, so that the two do not fight, nor ask more of a
 * server together than it bears. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final int AT_A_TIME = 4;
  private static final int MOST_WAITING = 100;
  private static final int MOST_REMEMBERED = 100;
  private static final long IDLE_SECONDS = 10;

  /** A download that is stopped needs some seconds to put away what is in flight. */
  private static final long PATIENCE_SECONDS = 30;

  private final Map<Integer, Entry> entries = new LinkedHashMap<>();
  private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
  private final SharedServers servers = new SharedServers();
  private final ThreadPoolExecutor executor;
  private int newest;
  private boolean closed;

  /** No jobs; threads are made when there is something to do. */
  public Jobs() {
    this.executor =
        new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            task -> new Thread(task, "job"));
    executor.allowCoreThreadTimeOut(true);
  }

  private record Entry(Job job, List<Claim> claims, Runnable task) {}

  /**
   * Runs {@code work} in the background, now or when it is its turn.
   *
   * @param claims what it works on, from now until it ends
   * @throws PhotocatException if a job that has not ended works on the same
   */
  public void start(Job job, List<Claim> claims, Supplier<ExitStatus> work) {
    Runnable task =
        () -> {
          try {
            run(job, work);
          } catch (RuntimeException | Error e) {
            if (!(e instanceof PhotocatException)) {
              log.error("a bug in job {} ({})", job.id(), job.title(), e);
            }
          }
        };
    add(job, claims, task);
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        entries.remove(job.id());
      }
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot start %s: %d jobs wait already".formatted(job.title(), MOST_WAITING),
              e)
          .withHint("'jobs' lists them");
    }
  }

  /** The same on the calling thread: returns how the work ended, or throws what it threw. */
  public ExitStatus runHere(Job job, List<Claim> claims, Supplier<ExitStatus> work) {
    add(job, claims, () -> {});
    return run(job, work);
  }

  /** The same, but waits first while a job for another process works on the same. */
  public ExitStatus runHere(
      Job job, List<Claim> claims, Waiting waiting, Supplier<ExitStatus> work) {
    boolean goesOn = true;
    while (goesOn) {
      Optional<Job> rival = addUnlessRival(job, claims);
      if (rival.isEmpty()) {
        return run(job, work);
      }
      goesOn =
          waiting.goesOn(
              "job %d (%s)".formatted(rival.get().id(), rival.get().title())
                  + owner(job, rival.get()));
    }
    return runHere(job, claims, work);
  }

  /** Returns the jobs that have not ended and the last ones that have, oldest first. */
  public synchronized List<Job> all() {
    return entries.values().stream().map(Entry::job).toList();
  }

  /** Returns the jobs in the background that have not ended, oldest first. */
  public List<Job> running() {
    return all().stream().filter(job -> job.isBackground() && !job.state().isOver()).toList();
  }

  /** Returns the job with this number. */
  public synchronized Job require(int id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw PhotocatException.of(ExitStatus.USAGE, "there is no job %d".formatted(id))
          .withHint("'jobs' lists those there are");
    }
    return entry.job();
  }

  /** Asks {@code job} to stop; one that waits for its turn ends at once. */
  public void cancel(Job job) {
    job.cancellation().cancel();
    Entry entry;
    synchronized (this) {
      entry = entries.get(job.id());
    }
    if (entry != null && executor.remove(entry.task())) {
      ended(job, ExitStatus.INTERRUPTED, null);
    }
  }

  /** Asks all jobs to stop. */
  public void cancelAll() {
    all().stream().filter(job -> !job.state().isOver()).forEach(this::cancel);
  }

  /** Tells {@code listener} of every job that ends, on that job's thread. */
  public void onEnd(Consumer<Job> listener) {
    listeners.add(listener);
  }

  /** Returns the servers that downloads ask, in the background and in the foreground. */
  public SharedServers servers() {
    return servers;
  }

  /** Stops all jobs and waits until what they had in hand is put away. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    cancelAll();
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("gave up waiting for jobs to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void add(Job job, List<Claim> claims, Runnable task) {
    if (closed) {
      throw PhotocatException.of(
          ExitStatus.INTERRUPTED, "cannot start %s: photocat is ending".formatted(job.title()));
    }
    for (Entry other : entries.values()) {
      if (!other.job().state().isOver()) {
        refuseFight(job, claims, other);
      }
    }
    job.number(++newest);
    entries.put(job.id(), new Entry(job, List.copyOf(claims), task));
    forgetOldest();
  }

  /** Returns the job for another process that works on the same; if there is none, adds ours. */
  private synchronized Optional<Job> addUnlessRival(Job job, List<Claim> claims) {
    Optional<Job> rival =
        entries.values().stream()
            .filter(other -> !other.job().state().isOver() && fight(claims, other).isPresent())
            .map(Entry::job)
            .filter(other -> !other.owner().equals(job.owner()))
            .findFirst();
    if (rival.isEmpty()) {
      add(job, claims, () -> {});
    }
    return rival;
  }

  private static Optional<Claim> fight(List<Claim> claims, Entry other) {
    return claims.stream()
        .filter(claim -> other.claims().stream().anyMatch(claim::fights))
        .findFirst();
  }

  private static void refuseFight(Job job, List<Claim> claims, Entry other) {
    Optional<Claim> fight = fight(claims, other);
    if (fight.isPresent()) {
      int id = other.job().id();
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot start %s: job %d (%s) works on %s"
                      .formatted(job.title(), id, other.job().title(), fight.get().thing())
                  + owner(job, other.job()))
          .withHint("'wait %d' waits for it, 'cancel %d' stops it".formatted(id, id));
    }
  }

  /** Says whose the other job is, and since when, unless the same process has asked for both. */
  private static String owner(Job job, Job other) {
    if (job.owner().equals(other.owner())) {
      return "";
    }
    String since =
        other.startedAt().map(at -> " since " + at.truncatedTo(ChronoUnit.SECONDS)).orElse("");
    return "%s, for %s".formatted(since, other.owner());
  }

  private void forgetOldest() {
    List<Integer> over = new ArrayList<>();
    entries.forEach(
        (id, entry) -> {
          if (entry.job().state().isOver()) {
            over.add(id);
          }
        });
    over.stream().limit(Math.max(0, over.size() - MOST_REMEMBERED)).forEach(entries::remove);
  }

  private ExitStatus run(Job job, Supplier<ExitStatus> work) {
    ExitStatus kind = ExitStatus.BUG;
    Throwable failure = null;
    try {
      job.begin();
      job.cancellation().check(job.title());
      kind = work.get();
      return kind;
    } catch (RuntimeException | Error e) {
      failure = e;
      if (job.cancellation().isCancelled()) {
        kind = ExitStatus.INTERRUPTED;
      } else if (e instanceof PhotocatException expected) {
        kind = expected.kind();
      }
      throw e;
    } finally {
      ended(job, kind, failure);
    }
  }

  private void ended(Job job, ExitStatus kind, @Nullable Throwable failure) {
    job.end(kind, failure);
    try {
      listeners.forEach(listener -> listener.accept(job));
    } finally {
      job.leave();
    }
  }
}
