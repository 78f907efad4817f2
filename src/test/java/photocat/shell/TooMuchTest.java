package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.NewCatalog;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RunSetup;
import photocat.model.Cancellation;
import photocat.sql.Statement;

/** An Error of the JVM ends one statement with one line; the next one runs. */
final class TooMuchTest {
  @TempDir private Path folder;
  private final StringWriter narration = new StringWriter();
  private Error thrown = new StackOverflowError();

  @Test
  void endsAStatementThatIsNestedTooDeep() {
    assertThat(runTwice("SELECT 1", "SELECT 2")).isEqualTo("1");
    assertThat(narration.toString())
        .isEqualTo(
            "error: this is nested too deep\n  hint: write it in several statements\n".repeat(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", ".recipes", "@licenses"})
  void endsAStatementThatTakesTooMuchMemory(String statement) {
    thrown = new OutOfMemoryError("Java heap space");

    assertThat(runTwice(statement, statement)).isEqualTo("1");
    assertThat(narration.toString())
        .startsWith("error: this takes more memory than the ")
        .contains("photocat may use\n  hint: do it in parts")
        .doesNotContain("bug");
  }

  @Test
  void tellsOfABugAndGoesOn() {
    thrown = new NoClassDefFoundError("photocat/None");

    assertThat(runTwice("SELECT 1", "SELECT 2")).isEqualTo("70");
    assertThat(narration.toString()).contains("bug in photocat").contains("NoClassDefFoundError");
  }

  /** Returns the exit code of the first; the second must end the same way. */
  private String runTwice(String first, String second) {
    TextOutput output =
        new TextOutput(new Streams(failing(), narration), Screen.NONE, new GlobalOptions());
    Context context =
        new Context(
            (use, without, createIn) -> NewCatalog.inMemory(),
            () -> output,
            new RunSetup(folder, InstantSource.system()),
            new Cancellation());
    InputRules rules = new InputRules(() -> photocat.command.line.CommandLines.describe(context));
    try (context;
        Interpreter interpreter = new Interpreter(context, rules, output)) {
      int code = interpreter.run(new Statement(first, 1, 0), "", rows -> {}).kind().exitCode();
      assertThat(interpreter.run(new Statement(second, 1, 0), "", rows -> {}).kind().exitCode())
          .isEqualTo(code);
      return String.valueOf(code);
    }
  }

  private Writer failing() {
    return new Writer() {
      @Override
      public void write(char[] buffer, int offset, int length) {
        throw thrown;
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
