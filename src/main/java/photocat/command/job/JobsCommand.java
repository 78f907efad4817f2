package photocat.command.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Job;
import photocat.job.JobStep;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.RowSink;
import picocli.CommandLine.Command;

/** What this process works on. */
@Command(
    name = "jobs",
    description = {
      "List the jobs: what runs, waits for its turn, or has ended.",
      "At the prompt and in scripts, a command that ends in ' &' becomes a job and the next one"
          + " runs meanwhile. Up to four jobs run at a time. States: waiting, running, done,"
          + " partial (some items failed), failed, stopped."
    },
    footer = "Example: photocat -c 'download start top10 &' -c jobs")
final class JobsCommand extends PhotocatCommand {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("job", "INTEGER"),
          new Column("state", "VARCHAR"),
          new Column("title", "VARCHAR"),
          new Column("done", "BIGINT"),
          new Column("total", "BIGINT"),
          new Column("unit", "VARCHAR"),
          new Column("failures", "BIGINT"),
          new Column("rate", "VARCHAR"),
          new Column("elapsed_ms", "BIGINT"),
          new Column("left_ms", "BIGINT"));

  JobsCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    List<Job> jobs = context().jobsOfCatalog().all();
    RowSink rows = context().output().rows();
    rows.columns(COLUMNS);
    boolean wanted = true;
    for (Job job : jobs) {
      wanted = wanted && rows.row(row(job));
    }
    rows.end();
    if (jobs.isEmpty()) {
      context().output().note("no jobs; a command that ends in ' &' becomes one");
    }
    return ExitStatus.DONE;
  }

  private static List<@Nullable Object> row(Job job) {
    Optional<JobStep> step = job.step();
    return Arrays.asList(
        job.id(),
        job.state().word(),
        job.title(),
        step.map(JobStep::done).orElse(null),
        step.map(JobStep::total).filter(total -> total >= 0).orElse(null),
        step.map(JobText::unit).orElse(null),
        step.map(JobStep::failures).orElse(null),
        step.map(JobText::rate).orElse(null),
        job.elapsed().toMillis(),
        job.state() == Job.State.RUNNING
            ? step.flatMap(JobStep::left).map(Duration::toMillis).orElse(null)
            : null);
  }
}
