package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.NewCatalog;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RunSetup;
import photocat.model.Cancellation;
import photocat.sql.Statement;

final class InterpreterTest {
  @TempDir private Path folder;
  private final StringWriter data = new StringWriter();
  private final StringWriter narration = new StringWriter();
  private final TextOutput output =
      new TextOutput(new Streams(data, narration), Screen.NONE, new GlobalOptions());

  @Test
  void aStopBeforeTheStatementBeginsStopsIt() {
    List<Interpreter> running = new ArrayList<>();
    try (Context context = context(() -> running.forEach(Interpreter::stop));
        Interpreter interpreter = new Interpreter(context, new InputRules(List::of), output)) {
      running.add(interpreter);
      Statement statement = interpreter.split("SELECT 42;").statements().get(0);

      interpreter.run(statement, "", rows -> {});

      assertThat(data).hasToString("");
      assertThat(narration).hasToString("error: the statement was stopped\n");
    }
  }

  /** A world in which Ctrl-C is pressed while the catalogue opens. */
  private Context context(Runnable pressed) {
    return new Context(
        (use, without, createIn) -> {
          pressed.run();
          return NewCatalog.inMemory();
        },
        () -> output,
        new RunSetup(folder, InstantSource.system()),
        new Cancellation());
  }
}
