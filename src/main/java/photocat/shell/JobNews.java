package photocat.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import photocat.command.job.JobText;
import photocat.job.Job;
import photocat.job.Jobs;
import photocat.shell.render.VisibleText;

/** What somebody who asks now and then has not heard yet of jobs in the background. */
final class JobNews {
  private final Jobs jobs;
  private final Predicate<Job> wanted;
  private Set<Job> told;

  /** News, from now on, of the {@code jobs} that are {@code wanted}. */
  JobNews(Jobs jobs, Predicate<Job> wanted) {
    this.jobs = jobs;
    this.wanted = wanted;
    this.told = over();
  }

  /** Returns one line for each job that has ended since the last call. */
  List<String> endings() {
    Set<Job> over = over();
    List<String> endings =
        over.stream()
            .filter(job -> !told.contains(job) && job.isBackground() && wanted.test(job))
            .map(job -> VisibleText.of(JobText.ending(job)))
            .toList();
    told = over;
    return endings;
  }

  private Set<Job> over() {
    Set<Job> over = new LinkedHashSet<>(jobs.all());
    over.removeIf(job -> !job.state().isOver());
    return over;
  }
}
