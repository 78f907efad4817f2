package photocat.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.command.job.JobText;
import photocat.job.Job;
import photocat.job.Jobs;
import photocat.remote.CatalogClient;
import photocat.shell.render.VisibleText;

/** Shows the jobs in the background: how far they are, four times a second, and how they ended. */
final class JobDisplay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobDisplay.class);
  private static final long EVERY_MILLIS = 250;

  private final Jobs jobs;
  private final JobBoard board;
  private final JobLines lines;
  private final IntSupplier columns;
  private final DecileNews percents;
  private volatile Supplier<Optional<CatalogClient>> server = Optional::empty;
  private volatile @Nullable RemoteJobs elsewhere;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "job-display");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Shows {@code jobs} on {@code board}.
   *
   * @param columns width of the status bar
   */
  JobDisplay(Jobs jobs, JobBoard board, JobLines lines, IntSupplier columns) {
    this.jobs = jobs;
    this.board = board;
    this.lines = lines;
    this.columns = columns;
    this.percents = new DecileNews(lines);
  }

  /** Announces the jobs that end from now on. */
  void announceEndings() {
    jobs.onEnd(this::ended);
  }

  /**
   * Shows how far jobs are, from now until it is closed.
   *
   * @param newHolder the process whose jobs are shown; empty where they are those of this one
   */
  void showProgress(Supplier<Optional<CatalogClient>> newHolder) {
    server = newHolder;
    ScheduledFuture<?> unused =
        ticker.scheduleWithFixedDelay(this::tick, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    RemoteJobs remote = elsewhere;
    if (remote != null) {
      remote.close();
    }
  }

  /** Nobody should lose a job because it cannot be shown. */
  private void tick() {
    try {
      show();
    } catch (RuntimeException e) {
      log.debug("cannot show the jobs", e);
    }
  }

  private void show() {
    Optional<CatalogClient> other = server.get();
    if (other.isPresent()) {
      elsewhere(other.get()).show(board, columns.getAsInt());
      return;
    }
    List<Job> running = jobs.running();
    if (board.hasStatusBar()) {
      board.status(lines.bar(running, columns.getAsInt()));
    } else {
      board.status(List.of());
      percents.news(running).forEach(board::announce);
    }
  }

  private RemoteJobs elsewhere(CatalogClient connection) {
    RemoteJobs present = elsewhere;
    if (present != null && present.areOf(connection)) {
      return present;
    }
    if (present != null) {
      present.close();
    }
    RemoteJobs newer = new RemoteJobs(connection);
    elsewhere = newer;
    return newer;
  }

  private void ended(Job job) {
    boolean matters = job.state() != Job.State.DONE || !board.isQuiet();
    if (job.isBackground() && matters) {
      board.announce(VisibleText.of(JobText.ending(job)));
    }
  }
}
