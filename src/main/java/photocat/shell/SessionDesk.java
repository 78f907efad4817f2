package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import photocat.command.Desk;
import photocat.model.Consent;
import photocat.model.Kind;
import photocat.sql.CommandWords;
import photocat.sql.Statement;

/** The prompt or script that an interpreter works for, as one of its commands sees it. */
final class SessionDesk implements Desk {
  private final Interpreter interpreter;
  private final Optional<Foreground> foreground;
  private final Call call;

  SessionDesk(Interpreter interpreter, Optional<Foreground> foreground, Call call) {
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
    foreground.orElseThrow(Desk::nobody).edit(file);
  }

  @Override
  public Kind run(List<String> words) {
    String arguments =
        words.stream()
            .skip(1)
            .map(word -> " " + CommandWords.quoted(word, '"'))
            .collect(Collectors.joining());
    String command = "." + words.get(0) + arguments;
    return interpreter.nested(new Statement(command, 1, 0), call).kind();
  }
}
