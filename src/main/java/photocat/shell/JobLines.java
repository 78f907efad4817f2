package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import photocat.command.job.JobText;
import photocat.job.Job;
import photocat.job.JobStep;
import photocat.model.Amounts;
import photocat.shell.render.DisplayWidth;
import photocat.shell.render.VisibleText;

/**
 * What the status bar shows of jobs: {@code [2] download start top10 ####...... 37 % 1,204/3,250
 * 4.1 MB/s 3 min 20 s left 2 failed}.
 */
final class JobLines {
  private static final int MOST_JOBS = 2;
  private static final int BAR_CELLS = 10;
  private static final int LONGEST_TITLE = 32;

  private final boolean unicode;

  /** Draws with box characters where {@code unicode} is true. */
  JobLines(boolean unicode) {
    this.unicode = unicode;
  }

  /**
   * Returns the lines for the bar, none wider than {@code columns}: two, or none without jobs. A
   * bar that grew or shrank would shift what JLine believes to be on the screen.
   */
  List<String> bar(List<Job> jobs, int columns) {
    if (jobs.isEmpty()) {
      return List.of();
    }
    String last = jobs.size() == 1 ? barLine(jobs.get(0)) : barLine(jobs.get(1));
    String first = jobs.size() == 1 ? "" : barLine(jobs.get(0));
    String more = jobs.size() > MOST_JOBS ? "  +%d more".formatted(jobs.size() - MOST_JOBS) : "";
    int room = columns - more.length();
    return List.of(
        DisplayWidth.cut(first, columns, ellipsis()),
        DisplayWidth.cut(last, room, ellipsis()) + more);
  }

  /** Returns the same of one job as a line of text. */
  String line(Job job) {
    return line(job, parts(job));
  }

  private String barLine(Job job) {
    List<String> parts = parts(job);
    OptionalInt percent = job.step().map(JobStep::percent).orElse(OptionalInt.empty());
    percent.ifPresent(share -> parts.add(0, bar(share)));
    return line(job, parts);
  }

  private String line(Job job, List<String> parts) {
    String title = DisplayWidth.cut(VisibleText.of(job.title()), LONGEST_TITLE, ellipsis());
    return "[%d] %s  %s".formatted(job.id(), title, String.join("  ", parts));
  }

  private static List<String> parts(Job job) {
    List<String> parts = new ArrayList<>();
    Optional<JobStep> newest = job.step();
    if (newest.isEmpty()) {
      boolean waits = job.state() == Job.State.WAITING;
      parts.add(waits ? "waits for its turn" : job.elapsed().toSeconds() + " s");
      return parts;
    }
    JobStep step = newest.get();
    step.percent().ifPresent(percent -> parts.add("%3d %%".formatted(percent)));
    parts.add(JobText.amount(step));
    parts.add(JobText.rate(step));
    step.left().ifPresent(left -> parts.add(Amounts.duration(left) + " left"));
    if (step.failures() > 0) {
      parts.add(Amounts.count(step.failures()) + " failed");
    }
    return parts;
  }

  private String bar(int percent) {
    int full = percent * BAR_CELLS / 100;
    return (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(BAR_CELLS - full);
  }

  private String ellipsis() {
    return unicode ? "…" : "";
  }
}
