package photocat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import photocat.model.Cancellation;
import photocat.shell.Screen;
import photocat.shell.Streams;

/** Whole runs in a folder, without a user's settings; what each says is kept apart. */
final class WholeRun {
  private final Path folder;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream narration = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Cancellation stop = new Cancellation();

  WholeRun(Path folder) {
    this.folder = folder;
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  /** Sets a variable for the runs that follow. */
  WholeRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Has {@code request} stop the runs that follow. */
  WholeRun stoppedBy(Cancellation request) {
    stop = request;
    return this;
  }

  /** Runs one command line, with nothing to read on standard input, and returns its exit code. */
  int of(String... arguments) {
    return on("", arguments);
  }

  /** The same with {@code input} on standard input. */
  int on(String input, String... arguments) {
    data.reset();
    narration.reset();
    StandardStreams standard =
        new StandardStreams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new Streams(writer(data), writer(narration)),
            Screen.NONE,
            false);
    return Run.of(new ProcessEnvironment(environment, folder, standard), stop, arguments);
  }

  /** Returns what the last run wrote to standard output. */
  String data() {
    return data.toString(StandardCharsets.UTF_8);
  }

  /** Returns what the last run wrote to standard error. */
  String narration() {
    return narration.toString(StandardCharsets.UTF_8);
  }

  private static Writer writer(ByteArrayOutputStream target) {
    return new OutputStreamWriter(target, StandardCharsets.UTF_8);
  }
}
