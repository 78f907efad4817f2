package photocat.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.job.Job;
import photocat.job.JobStep;

/** Where there is no status bar: one line for every tenth of a step that is done. */
final class DecileNews {
  private final JobLines lines;
  private final Map<String, Integer> told = new HashMap<>();

  DecileNews(JobLines lines) {
    this.lines = lines;
  }

  /** Returns what has not been told yet of {@code running}. */
  List<String> news(List<Job> running) {
    List<String> news = new ArrayList<>();
    for (Job job : running) {
      Optional<JobStep> step = job.step();
      int tenths = step.map(JobStep::percent).map(percent -> percent.orElse(0) / 10).orElse(0);
      String key = job.id() + " " + step.map(JobStep::what).orElse("");
      Integer before = told.put(key, tenths);
      if (tenths > (before == null ? 0 : before)) {
        news.add(lines.line(job));
      }
    }
    return news;
  }
}
