package photocat.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photocat.job.Claim;
import photocat.job.Job;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.Shortage;
import photocat.model.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: reads its options, runs one job, tells what was done. Made again for each run. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public abstract class PhotocatCommand implements Callable<Integer> {
  private Context context;
  @Spec private @Nullable CommandSpec spec;

  /** Runs in {@code context}, unless it becomes a job with a context of its own. */
  public PhotocatCommand(Context context) {
    this.context = context;
  }

  /** Runs the command; failures are thrown. */
  protected abstract ExitStatus run();

  /** Returns what the command wants of the catalogue. */
  protected CatalogUse use() {
    return CatalogUse.READ;
  }

  /** Returns what the command works on, so that no other job does meanwhile. */
  protected List<Claim> claims() {
    return List.of();
  }

  /**
   * Asks the user before anything is destroyed; failures are thrown. Whatever needs the catalogue
   * opens it here already.
   */
  protected void confirm() {}

  /** Tells whether the command gets along with little memory for DuckDB. */
  public boolean isFrugal() {
    return false;
  }

  /** Tells whether the command can run as a job while the user goes on. */
  protected boolean mayRunInBackground() {
    return true;
  }

  @Override
  public final Integer call() {
    context = context.using(use());
    confirm();
    List<Claim> claims = claims();
    if (claims.isEmpty()) {
      return runOrTell().exitCode();
    }
    // Held by another process, the whole command is to run there.
    context.catalog();
    Job job = job(false, context.cancellation());
    context = context.forJob(job, new WatchedOutput(context.output(), job));
    try (Waiting waiting =
        new Waiting(
            title(),
            context.settings().patience(),
            context.output()::note,
            context.cancellation())) {
      return context.jobs().runHere(job, claims, waiting, this::runOrTell).exitCode();
    }
  }

  /** Starts the command in the background and returns at once. */
  protected final Job start() {
    context = context.using(use());
    confirm();
    context.catalog();
    Job job = job(true, new Cancellation());
    context = context.forJob(job, new JobOutput(job, context.output().isSpreadsheetSafe()));
    context.jobs().start(job, claims(), this::runOrTell);
    return job;
  }

  protected final Context context() {
    return context;
  }

  /** What the JVM could not do ends this command only. */
  private ExitStatus runOrTell() {
    try {
      return run();
    } catch (Error e) {
      throw Shortage.told(e);
    }
  }

  private Job job(boolean background, Cancellation cancellation) {
    return new Job(title(), context.process(), background, cancellation, context.clock());
  }

  /** The command and what it is about, without its options: {@code download start top10}. */
  private String title() {
    CommandSpec known = Objects.requireNonNull(spec);
    String words = known.qualifiedName().replaceFirst("^\\S+ ", "");
    Stream<String> about =
        known.positionalParameters().stream()
            .map(ArgSpec::originalStringValues)
            .flatMap(List::stream);
    return Stream.concat(Stream.of(words), about).collect(Collectors.joining(" "));
  }
}
