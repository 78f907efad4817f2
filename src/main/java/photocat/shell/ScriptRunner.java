package photocat.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photocat.command.BatchInput;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.job.Job;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.Statement;
import photocat.sql.Unfinished;

/** Runs texts and scripts without a prompt, and ends with the first failure. */
public final class ScriptRunner {
  private final Context context;
  private final TextOutput output;
  private final InputStream standardInput;

  /** Reads {@code standardInput} where a script asks for it; it stays open. */
  public ScriptRunner(Context context, TextOutput output, InputStream standardInput) {
    this.context = context;
    this.output = output;
    this.standardInput = standardInput;
  }

  /**
   * Runs the inputs in order, all in one session.
   *
   * @return how the first failure ended, or {@link Kind#PARTIAL} where a command left some items
   *     undone
   */
  public Kind run(List<BatchInput> inputs) {
    InputRules rules = new InputRules(() -> CommandLines.describe(context));
    try (JobDisplay display = output.display(context.jobs());
        RoamingInterpreter interpreter = new RoamingInterpreter(context, rules, output)) {
      context.cancellation().onCancel(interpreter::stop);
      display.announceEndings();
      if (output.showsProgress()) {
        display.showProgress();
      }
      return run(inputs, rules, interpreter).or(endOfJobs());
    }
  }

  private Kind run(List<BatchInput> inputs, InputRules rules, StatementRunner interpreter) {
    Kind ended = Kind.DONE;
    for (BatchInput input : inputs) {
      for (Statement statement : statements(input, rules)) {
        Outcome outcome = interpreter.run(statement, place(input, statement), changedRows -> {});
        ended = outcome.kind() == Kind.DONE ? ended : outcome.kind();
        if (!outcome.mayGoOn()) {
          return ended;
        }
      }
    }
    return ended;
  }

  /** What a script began it ends, whatever became of its last statement. */
  private Kind endOfJobs() {
    Kind ended = Kind.DONE;
    for (Job job : context.jobs().all()) {
      job.await(new Cancellation());
      // One that the script itself has stopped is no failure, nor is that of a guest.
      boolean ours = job.isBackground() && job.owner().equals(context.process());
      boolean counts = ours && job.kind() != Kind.INTERRUPTED;
      ended = counts ? ended.or(job.kind()) : ended;
    }
    return context.cancellation().isCancelled() ? ended.or(Kind.INTERRUPTED) : ended;
  }

  /** The last statement needs no {@code ;}, but a quote or comment left open is a mistake. */
  private List<Statement> statements(BatchInput input, InputRules rules) {
    Script script = rules.split(text(input));
    List<Statement> statements = new ArrayList<>(script.statements());
    if (script.rest().isPresent()) {
      Unfinished rest = script.rest().get();
      if (!rest.isWhole()) {
        throw PhotocatException.of(
            Kind.FAILED,
            "%sthe statement that begins here has no end: %s is missing"
                .formatted(place(input, rest.statement()), rest.missing()));
      }
      statements.add(rest.statement());
    }
    return statements;
  }

  private static String place(BatchInput input, Statement statement) {
    if (input instanceof BatchInput.ScriptFile script) {
      return "%s:%d: ".formatted(script.file(), statement.line());
    }
    return input instanceof BatchInput.StandardInput ? "stdin:" + statement.line() + ": " : "";
  }

  private String text(BatchInput input) {
    if (input instanceof BatchInput.Text text) {
      return text.text();
    }
    if (input instanceof BatchInput.ScriptFile script) {
      Path file = context.resolve(script.file());
      try {
        return decoded(script.file().toString(), Files.readAllBytes(file));
      } catch (NoSuchFileException e) {
        throw PhotocatException.of(
            Kind.USAGE, "cannot read the script %s: there is no such file".formatted(file), e);
      } catch (IOException e) {
        throw PhotocatException.of(
            Kind.USAGE, "cannot read the script %s: %s".formatted(file, e.getMessage()), e);
      }
    }
    try {
      return decoded("stdin", standardInput.readAllBytes());
    } catch (IOException e) {
      throw PhotocatException.of(Kind.FAILED, "cannot read standard input: " + e.getMessage(), e);
    }
  }

  /** Wrong bytes would silently change names, so they are refused; a byte order mark is skipped. */
  private static String decoded(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot read the script %s: it is not UTF-8 text".formatted(name), e);
    }
  }
}
