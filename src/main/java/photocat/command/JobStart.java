package photocat.command;

import photocat.job.Job;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/** Starts a command as a job where picocli would run it; help pages are printed as ever. */
public final class JobStart implements IExecutionStrategy {
  private final IExecutionStrategy here;
  private final Context context;

  /** Starts as a job what {@code here} would run now. */
  public JobStart(IExecutionStrategy here, Context context) {
    this.here = here;
    this.context = context;
  }

  @Override
  public int execute(ParseResult parsed) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    if (leaf.isUsageHelpRequested()
        || !(leaf.commandSpec().userObject() instanceof PhotocatCommand command)) {
      return here.execute(parsed);
    }
    try {
      Job job = start(command, leaf.commandSpec().name());
      context.output().note("[%d] %s".formatted(job.id(), job.title()));
      return ExitStatus.DONE.exitCode();
    } catch (RuntimeException e) {
      // The only exception that picocli hands to our handler of failures.
      throw new ExecutionException(
          leaf.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Job start(PhotocatCommand command, String name) {
    if (!command.mayRunInBackground()) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "'%s' cannot run in the background".formatted(name));
    }
    return command.start();
  }
}
