package photocat.command;

import java.util.concurrent.Callable;
import photocat.model.Kind;
import picocli.CommandLine.Command;

/** A command: reads its options, runs one job, tells what was done. Made anew for each run. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class PhotocatCommand implements Callable<Integer> {
  private final Context context;

  PhotocatCommand(Context context) {
    this.context = context;
  }

  /** Runs the command; failures are thrown. */
  abstract Kind run();

  @Override
  public final Integer call() {
    return run().exitCode();
  }

  final Context context() {
    return context;
  }
}
