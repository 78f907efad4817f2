package photocat.fetch;

import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Work for the one thread that calls {@link #work}: from other threads at once, from itself at a
 * time to come. So everything that schedules photos is plain code of one thread.
 */
final class Mailbox implements Executor {
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LinkedBlockingQueue<Runnable> letters = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();

  private long wakeAt;
  private boolean waking;

  private record Timer(long dueAt, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return Long.signum(dueAt - other.dueAt);
    }
  }

  /** Any thread: has the owner run {@code task} soon. */
  @Override
  public void execute(Runnable task) {
    letters.add(task);
  }

  /** Owner: runs {@code task} at {@code dueAt} ({@link System#nanoTime}) or a little later. */
  void executeAt(long dueAt, Runnable task) {
    timers.add(new Timer(dueAt, task));
  }

  /** Owner: has {@link #work} return at {@code time} or a little later, if nothing comes before. */
  void wakeAt(long time) {
    wakeAt = time;
    waking = true;
  }

  /** Owner: waits for work, a second at most, and does all that is there. */
  void work() throws InterruptedException {
    Runnable letter = letters.poll(waitNanos(), TimeUnit.NANOSECONDS);
    while (letter != null) {
      letter.run();
      letter = letters.poll();
    }
    while (!timers.isEmpty() && timers.peek().dueAt() - System.nanoTime() <= 0) {
      timers.remove().task().run();
    }
  }

  private long waitNanos() {
    Timer first = timers.peek();
    long now = System.nanoTime();
    long wait = first == null ? LONGEST_WAIT_NANOS : first.dueAt() - now;
    if (waking) {
      wait = Math.min(wait, wakeAt - now);
      waking = false;
    }
    return Math.max(0, Math.min(LONGEST_WAIT_NANOS, wait));
  }
}
