package photocat.shell;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import photocat.command.BatchInput;
import photocat.command.Context;
import photocat.command.line.CommandLines;
import photocat.job.Job;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;

/** Runs texts and scripts without a prompt. */
public final class ScriptRunner {
  private final Context context;
  private final TextOutput output;
  private final InputStream standardInput;
  private final boolean goesOn;

  /**
   * Reads {@code standardInput} where a script asks for it; it stays open.
   *
   * @param goesOn whether the next statement runs after a failure
   */
  public ScriptRunner(
      Context context, TextOutput output, InputStream standardInput, boolean goesOn) {
    this.context = context;
    this.output = output;
    this.standardInput = standardInput;
    this.goesOn = goesOn;
  }

  /**
   * Runs the inputs in order, all in one session.
   *
   * @return the exit code: that of the first failure, or {@link ExitStatus#PARTIAL} where a command
   *     left some items undone, or what {@code .exit} asked for
   */
  public int run(List<BatchInput> inputs) {
    InputRules rules = new InputRules(() -> CommandLines.describe(context));
    try (JobDisplay display = output.display(context.jobs());
        RoutingInterpreter interpreter =
            new RoutingInterpreter(context, rules, output, Audience.script(goesOn))) {
      context.cancellation().onCancel(interpreter::stop);
      display.announceEndings();
      if (output.showsProgress()) {
        display.showProgress(Optional::empty);
      }
      Outcome ended = run(inputs, interpreter);
      Outcome finished = interpreter.finish(ended);
      ExitStatus kind = ended.kind().or(finished.kind()).or(endOfJobs());
      return ended.code().filter(code -> !finished.isFailure()).orElse(kind.exitCode());
    }
  }

  private Outcome run(List<BatchInput> inputs, StatementRunner interpreter) {
    Outcome ended = Outcome.of(ExitStatus.DONE);
    for (BatchInput input : inputs) {
      ended = ended.then(interpreter.runAll(script(input, interpreter), changedRows -> {}));
      if (interpreter.endsWith(ended)) {
        break;
      }
    }
    return ended;
  }

  /** What a script began it ends, whatever became of its last statement. */
  private ExitStatus endOfJobs() {
    ExitStatus ended = ExitStatus.DONE;
    for (Job job : context.jobs().all()) {
      job.await(new Cancellation());
      // One that the script itself has stopped is no failure, nor is that of a client.
      boolean ours = job.isBackground() && job.owner().equals(context.process());
      boolean counts = ours && job.kind() != ExitStatus.INTERRUPTED;
      ended = counts ? ended.or(job.kind()) : ended;
    }
    return context.cancellation().isCancelled() ? ended.or(ExitStatus.INTERRUPTED) : ended;
  }

  private ScriptText script(BatchInput input, StatementRunner interpreter) {
    if (input instanceof BatchInput.Text text) {
      return new ScriptText("", text.text());
    }
    return input instanceof BatchInput.ScriptFile script
        ? interpreter.script(script.file())
        : ScriptText.read(standardInput);
  }
}
