package photocat.command.job;

import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Job;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a job. */
@Command(
    name = "cancel",
    description = {
      "Stop a job; one that waits for its turn never begins.",
      "A download puts away what is in flight and can be started again; an ingest leaves the"
          + " catalogue as it was."
    },
    footer = "Example: photocat cancel 1")
final class CancelCommand extends PhotocatCommand {
  @Parameters(paramLabel = "JOB", description = "The number of the job")
  private int id;

  CancelCommand(Context context) {
    super(context);
  }

  @Override
  protected boolean mayRunInBackground() {
    return false;
  }

  @Override
  protected ExitStatus run() {
    Job job = context().jobsOfCatalog().require(id);
    if (job.state().isOver()) {
      context()
          .output()
          .note("job %d (%s) is %s already".formatted(id, job.title(), job.state().word()));
    } else {
      context().jobsOfCatalog().cancel(job);
    }
    return ExitStatus.DONE;
  }
}
