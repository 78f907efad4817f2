package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import photocat.command.CommandHost;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.sql.CommandWords;
import photocat.sql.Statement;

/** The prompt or script that an interpreter works for, as one of its commands sees it. */
final class SessionHost implements CommandHost {
  private final Interpreter interpreter;
  private final Optional<Foreground> foreground;
  private final StatementCall call;

  SessionHost(Interpreter interpreter, Optional<Foreground> foreground, StatementCall call) {
    this.interpreter = interpreter;
    this.foreground = foreground;
    this.call = call;
  }

  @Override
  public Consent consent() {
    return interpreter.consent();
  }

  @Override
  public Optional<String> lastStatement() {
    return interpreter.lastSql();
  }

  @Override
  public void edit(Path file) {
    foreground.orElseThrow(CommandHost::nobody).edit(file);
  }

  @Override
  public ExitStatus run(List<String> words) {
    String arguments =
        words.stream()
            .skip(1)
            .map(word -> " " + CommandWords.quoted(word, '"'))
            .collect(Collectors.joining());
    String command = "." + words.get(0) + arguments;
    return interpreter.nested(new Statement(command, 1, 0), call).kind();
  }
}
