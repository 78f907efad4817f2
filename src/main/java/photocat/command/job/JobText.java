package photocat.command.job;

import java.util.List;
import java.util.Locale;
import photocat.job.Job;
import photocat.job.JobStep;
import photocat.job.Progress.Unit;
import photocat.model.Amounts;
import photocat.model.PhotocatException;

/** What there is to say of a job in a few words. */
public final class JobText {
  private JobText() {}

  /** Returns how far {@code step} is: {@code 1,204/3,250}, sizes where bytes are counted. */
  public static String amount(JobStep step) {
    return step.total() < 0
        ? amount(step, step.done())
        : amount(step, step.done()) + "/" + amount(step, step.total());
  }

  /** Returns what {@code step} counts: {@code "photos"}. */
  static String unit(JobStep step) {
    return step.unit().name().toLowerCase(Locale.ROOT);
  }

  /** Returns how fast {@code step} is, in bytes where they are known: {@code 4.1 MB/s}. */
  public static String rate(JobStep step) {
    return step.bytesPerSecond() > 0 || step.unit() == Unit.BYTES
        ? Amounts.bytes(step.bytesPerSecond()) + "/s"
        : Amounts.count((long) step.rate()) + "/s";
  }

  /** Returns one line about a job that has ended. */
  public static String ending(Job job) {
    String what = "[%d] %s".formatted(job.id(), job.title());
    String time = Amounts.duration(job.elapsed());
    return switch (job.state()) {
      case WAITING, RUNNING -> what;
      case DONE -> "%s: done in %s%s".formatted(what, time, said(job));
      case PARTIAL -> "%s: some items failed, %s%s".formatted(what, time, said(job));
      case STOPPED -> "%s: stopped after %s".formatted(what, time);
      case FAILED -> "%s: failed after %s: %s".formatted(what, time, why(job));
    };
  }

  /** Returns why {@code job} failed in one line, empty if it did not. */
  static String why(Job job) {
    return job.failure()
        .map(
            failure ->
                failure instanceof PhotocatException expected
                    ? expected.message().lines().findFirst().orElse("")
                    : "this is a bug in photocat: " + failure)
        .orElse("");
  }

  private static String said(Job job) {
    List<String> notes = job.notes();
    return notes.isEmpty() ? "" : ": " + notes.get(notes.size() - 1);
  }

  private static String amount(JobStep step, long amount) {
    return step.unit() == Unit.BYTES ? Amounts.bytes(amount) : Amounts.count(amount);
  }
}
