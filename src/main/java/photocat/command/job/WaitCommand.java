package photocat.command.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Job;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Waits for jobs. */
@Command(
    name = "wait",
    description = {
      "Wait until a job has ended, or all that run; Ctrl-C stops the waiting, not the job.",
      "The exit code is that of the job; of several, that of the first that did not end well."
    },
    footer =
        "Example: photocat -c 'download start top10 &' -c 'run gaps' -c wait -c 'verify top10'")
final class WaitCommand extends PhotocatCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      description = "The number of the job (default: all)")
  private @Nullable Integer id;

  WaitCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    List<Job> jobs =
        id == null
            ? context().jobsOfCatalog().running()
            : List.of(context().jobsOfCatalog().require(id));
    ExitStatus worst = ExitStatus.DONE;
    for (Job job : jobs) {
      boolean wasOver = job.state().isOver();
      if (!job.await(context().cancellation())) {
        throw PhotocatException.of(
            ExitStatus.INTERRUPTED, "stopped waiting; job %d goes on".formatted(job.id()));
      }
      if (wasOver) {
        context().output().note(JobText.ending(job));
      }
      worst = worst.or(job.kind());
    }
    return worst;
  }
}
