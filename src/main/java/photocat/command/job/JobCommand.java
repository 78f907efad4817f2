package photocat.command.job;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Job;
import photocat.job.JobStep;
import photocat.job.LiveSettings.LiveSetting;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All about one job. */
@Command(
    name = "job",
    description = {
      "Show one job: how far it is, what it said last, what can be changed; or change it while it"
          + " runs.",
      "A download can be changed in how hard it asks servers, such as max-speed, and applies that"
          + " with the next answer. Other jobs have nothing to change."
    },
    footer = {"Examples:", "  photocat job 1", "  photocat job 1 set max-speed=20MB/s"})
final class JobCommand extends PhotocatCommand {
  private static final List<Column> COLUMNS =
      List.of(new Column("item", "VARCHAR"), new Column("value", "VARCHAR"));

  @Parameters(index = "0", paramLabel = "JOB", description = "The number of the job")
  private int id;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "set KEY=VALUE",
      description = "What to change (default: show the job)")
  private final List<String> words = new ArrayList<>();

  @Option(
      names = "--rows",
      description = "Show the rows that the job gave as its result, up to 1,000 (default: details)")
  private boolean rowsWanted;

  JobCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    Job job = context().jobsOfCatalog().require(id);
    if (!words.isEmpty()) {
      change(job);
    } else if (rowsWanted) {
      showRows(job);
    } else {
      show(job);
    }
    return ExitStatus.DONE;
  }

  private void change(Job job) {
    int equals = words.size() == 2 ? words.get(1).indexOf('=') : -1;
    if (!words.get(0).equals("set") || equals < 1) {
      throw PhotocatException.of(
          ExitStatus.USAGE,
          "cannot read '%s', expected set KEY=VALUE".formatted(String.join(" ", words)));
    }
    if (job.state().isOver()) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot change job %d: it is %s".formatted(id, job.state().word()));
    }
    String key = words.get(1).substring(0, equals);
    job.settings().change(key, words.get(1).substring(equals + 1));
    context().output().note("job %d: %s".formatted(id, words.get(1)));
  }

  private void showRows(Job job) {
    if (job.rows().isEmpty()) {
      context().output().note("job %d (%s) gave no rows".formatted(id, job.title()));
      return;
    }
    job.rows().copyTo(context().output().rows());
    if (job.rows().isCut()) {
      context().output().note("there were more rows than are kept");
    }
  }

  private void show(Job job) {
    RowSink rows = context().output().rows();
    rows.columns(COLUMNS);
    rows.row(List.of("title", job.title()));
    rows.row(List.of("state", job.state().word()));
    job.startedAt().ifPresent(at -> rows.row(List.of("started_at", at.toString())));
    rows.row(List.of("elapsed", Amounts.duration(job.elapsed())));
    job.step().ifPresent(step -> showStep(step, job, rows));
    job.failure().ifPresent(failure -> showFailure(job, failure, rows));
    for (LiveSetting setting : job.state().isOver() ? List.<LiveSetting>of() : settings(job)) {
      rows.row(
          List.of("set " + setting.key(), setting.value().get() + " (" + setting.meaning() + ")"));
    }
    job.notes().forEach(note -> rows.row(List.of("note", note)));
    rows.end();
  }

  private static List<LiveSetting> settings(Job job) {
    return job.settings().all();
  }

  private static void showStep(JobStep step, Job job, RowSink rows) {
    rows.row(List.of("step", step.what()));
    String percent =
        step.percent().stream().mapToObj(" (%d %%)"::formatted).collect(Collectors.joining());
    rows.row(List.of("done", JobText.amount(step) + " " + JobText.unit(step) + percent));
    rows.row(List.of("rate", JobText.rate(step)));
    if (job.state() == Job.State.RUNNING) {
      step.left().ifPresent(left -> rows.row(List.of("left", Amounts.duration(left))));
    }
    rows.row(List.of("failures", Amounts.count(step.failures())));
  }

  private static void showFailure(Job job, Throwable failure, RowSink rows) {
    rows.row(List.of("error", JobText.why(job)));
    if (failure instanceof PhotocatException expected) {
      expected.hint().ifPresent(hint -> rows.row(List.of("hint", hint)));
    }
  }
}
