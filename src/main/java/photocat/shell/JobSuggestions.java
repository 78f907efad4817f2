package photocat.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import photocat.job.Job;
import photocat.job.LiveSettings.LiveSetting;

/** Completes the commands about jobs: numbers of jobs, and what can be changed of them. */
final class JobSuggestions {
  /** The commands that take the number of a job. */
  static final Set<String> COMMANDS = Set.of("job", "cancel", "wait");

  private static final String GROUP = "jobs";

  private final List<Job> jobs;

  JobSuggestions(List<Job> jobs) {
    this.jobs = jobs;
  }

  /** Returns what can follow {@code words}, the first of which is the command. */
  Stream<Suggestion> after(List<String> words) {
    boolean isAnyJob = words.get(0).endsWith("job");
    return switch (words.size()) {
      case 1 -> jobs.stream().filter(job -> isAnyJob || !job.state().isOver()).map(this::number);
      case 2 ->
          isAnyJob
              ? Stream.of(new Suggestion("set", GROUP, "Change it while it runs", true))
              : Stream.empty();
      case 3 -> isAnyJob ? settings(words.get(1)) : Stream.empty();
      default -> Stream.empty();
    };
  }

  private Suggestion number(Job job) {
    return new Suggestion(
        Integer.toString(job.id()), GROUP, job.title() + ", " + job.state().word(), true);
  }

  private Stream<Suggestion> settings(String number) {
    Optional<Job> found =
        jobs.stream().filter(job -> Integer.toString(job.id()).equals(number)).findFirst();
    return found.stream().flatMap(job -> job.settings().all().stream()).map(this::setting);
  }

  private Suggestion setting(LiveSetting setting) {
    return new Suggestion(
        setting.key() + "=", GROUP, setting.meaning() + "; now " + setting.value().get(), false);
  }
}
