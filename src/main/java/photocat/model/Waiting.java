package photocat.model;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A wait for something that another process works on: bounded, told of after two seconds, ended by
 * Ctrl-C. One thread waits.
 */
public final class Waiting implements AutoCloseable {
  private static final long TOLD_AFTER_SECONDS = 2;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String what;
  private final Duration longest;
  private final Consumer<String> note;
  private final Cancellation cancellation;
  private final long begun = System.nanoTime();
  private volatile String holder;
  private volatile @Nullable CompletableFuture<Void> told;

  /**
   * A wait that begins now.
   *
   * @param what is waited for, for example {@code "the catalogue"}
   * @param longest time that it may take; zero or more
   * @param note tells the user
   */
  public Waiting(String what, Duration longest, Consumer<String> note, Cancellation cancellation) {
    this.what = what;
    this.holder = "whoever holds " + what;
    this.longest = longest;
    this.note = note;
    this.cancellation = cancellation;
  }

  /** There may be somebody to wait for: the user is told unless this ends soon. */
  public void begin() {
    if (told == null && !longest.isZero()) {
      told =
          new CompletableFuture<@Nullable Void>()
              .completeOnTimeout(null, TOLD_AFTER_SECONDS, TimeUnit.SECONDS)
              .thenRun(this::tell);
    }
  }

  /** Waits a moment for {@code newHolder}; returns false when the time is over. */
  public boolean goesOn(String newHolder) {
    holder = newHolder;
    return goesOn();
  }

  /** The same for one that is not known by name. */
  public boolean goesOn() {
    if (System.nanoTime() - begun >= longest.toNanos()) {
      return false;
    }
    begin();
    cancellation.await(PAUSE);
    check();
    return true;
  }

  /** Throws an INTERRUPTED failure when the wait was stopped. */
  public void check() {
    cancellation.check("the wait for " + what);
  }

  private void tell() {
    note.accept(
        "waiting for %s, for up to %s; Ctrl-C stops the wait"
            .formatted(holder, Amounts.duration(longest)));
  }

  @Override
  public void close() {
    CompletableFuture<Void> due = told;
    if (due != null) {
      due.cancel(false);
    }
  }
}
