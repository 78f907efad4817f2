package photocat.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;

/**
 * One piece of work of this process: what it is, how far it has come, what it said, how it ended.
 * {@link Jobs} runs it. Thread-safe.
 */
public final class Job {
  private static final int MOST_NOTES = 20;

  private final String title;
  private final String owner;
  private final boolean background;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final JobProgress progress = new JobProgress(System::nanoTime);
  private final LiveSettings settings = new LiveSettings();
  private final JobRows rows = new JobRows();
  private final Deque<String> notes = new ArrayDeque<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private int id;
  private State state = State.WAITING;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private @Nullable Throwable failure;
  private ExitStatus kind = ExitStatus.DONE;

  /** Where a job is in its life. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    PARTIAL,
    FAILED,
    STOPPED;

    /** Returns the word for users. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the job has ended. */
    public boolean isOver() {
      return this != WAITING && this != RUNNING;
    }
  }

  /** A job of this process that nobody runs yet. */
  public Job(String title, boolean background, Cancellation cancellation, InstantSource clock) {
    this(title, "this process", background, cancellation, clock);
  }

  /**
   * A job that nobody runs yet.
   *
   * @param title a few words, as the user would write the command
   * @param owner the process that asked for it, as messages name it
   * @param background whether the user goes on meanwhile
   * @param cancellation the request to stop that the work obeys
   */
  public Job(
      String title,
      String owner,
      boolean background,
      Cancellation cancellation,
      InstantSource clock) {
    this.title = title;
    this.owner = owner;
    this.background = background;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** Returns its number in this process, from 1; 0 before it was handed to {@link Jobs}. */
  public synchronized int id() {
    return id;
  }

  /** Returns what it is, as the user would write it. */
  public String title() {
    return title;
  }

  /** Returns the process that asked for it, as messages name it. */
  public String owner() {
    return owner;
  }

  /** Tells whether the user goes on while it runs. */
  public boolean isBackground() {
    return background;
  }

  /** Returns the request to stop that its work obeys. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Returns where its work tells how far it has come. */
  public Progress progress() {
    return progress;
  }

  /** Returns how far its newest step has come, empty before the first. */
  public Optional<JobStep> step() {
    return progress.step();
  }

  /** Returns what can be changed while it runs. */
  public LiveSettings settings() {
    return settings;
  }

  /** Returns the rows that it gave as its result. */
  public JobRows rows() {
    return rows;
  }

  /** Returns where it is in its life. */
  public synchronized State state() {
    return state;
  }

  /** Returns how it ended; meaningless before. */
  public synchronized ExitStatus kind() {
    return kind;
  }

  /** Returns why it failed or was stopped, empty if neither. */
  public synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns when its work began, empty while it waits. */
  public synchronized Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** Returns for how long it has worked, or did. */
  public synchronized Duration elapsed() {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    return Duration.between(startedAt, endedAt == null ? clock.instant() : endedAt);
  }

  /** Keeps what it says; the last 20 are remembered. */
  public synchronized void note(String text) {
    if (notes.size() == MOST_NOTES) {
      notes.removeFirst();
    }
    notes.addLast(text);
  }

  /** Returns the last things it said, oldest first. */
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  /** Waits until it has ended or {@code waiting} is cancelled; tells whether it has ended. */
  public boolean await(Cancellation waiting) {
    CountDownLatch either = new CountDownLatch(1);
    waiting.onCancel(either::countDown);
    CompletableFuture<Void> unused = over.thenRun(either::countDown);
    try {
      either.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return over.isDone();
  }

  synchronized void number(int newId) {
    id = newId;
  }

  synchronized void begin() {
    state = State.RUNNING;
    startedAt = clock.instant();
  }

  synchronized void end(ExitStatus how, @Nullable Throwable why) {
    endedAt = clock.instant();
    kind = how;
    failure = why;
    state =
        switch (how) {
          case DONE -> State.DONE;
          case PARTIAL -> State.PARTIAL;
          case INTERRUPTED -> State.STOPPED;
          case FAILED, USAGE, CATALOG, BUG -> State.FAILED;
        };
  }

  /** Says that all is put away, so that whoever waits may go on. */
  void leave() {
    over.complete(null);
  }
}
