package photocat.shell.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import photocat.job.Job;
import photocat.job.LiveSettings.LiveSetting;

/** Completes the commands about jobs: numbers of jobs, and what can be changed of them. */
final class JobSuggestions {
  /** The commands that take the number of a job. */
  static final Set<String> COMMANDS = Set.of("job", "cancel", "wait");

  private static final String GROUP = "jobs";

  /** The parent of a job that has not ended; one that has ended has none. */
  private static final String RUNNING = "running";

  private final NameSnapshot jobs;

  /** Suggestions from names of jobs and of their settings. */
  JobSuggestions(NameSnapshot jobs) {
    this.jobs = jobs;
  }

  /** Returns the names that {@code jobs} have now. */
  static List<NameSnapshot.Name> names(List<Job> jobs) {
    List<NameSnapshot.Name> names = new ArrayList<>();
    for (Job job : jobs) {
      String number = Integer.toString(job.id());
      names.add(
          new NameSnapshot.Name(
              NameSnapshot.Kind.JOB,
              number,
              job.state().isOver() ? "" : RUNNING,
              job.title() + ", " + job.state().word()));
      for (LiveSetting setting : job.settings().all()) {
        names.add(
            new NameSnapshot.Name(
                NameSnapshot.Kind.JOB_SETTING,
                setting.key() + "=",
                number,
                setting.meaning() + "; now " + setting.value().get()));
      }
    }
    return names;
  }

  /** Returns what can follow {@code words}, the first of which is the command. */
  Stream<Suggestion> after(List<String> words) {
    boolean isAnyJob = words.get(0).endsWith("job");
    return switch (words.size()) {
      case 1 ->
          jobs.jobs()
              .filter(job -> isAnyJob || job.parent().equals(RUNNING))
              .map(job -> suggestion(job, true));
      case 2 ->
          isAnyJob
              ? Stream.of(new Suggestion("set", GROUP, "Change it while it runs", true))
              : Stream.empty();
      case 3 ->
          isAnyJob
              ? jobs.jobSettings()
                  .filter(setting -> setting.parent().equals(words.get(1)))
                  .map(setting -> suggestion(setting, false))
              : Stream.empty();
      default -> Stream.empty();
    };
  }

  private static Suggestion suggestion(NameSnapshot.Name name, boolean whole) {
    return new Suggestion(name.name(), GROUP, name.comment(), whole);
  }
}
