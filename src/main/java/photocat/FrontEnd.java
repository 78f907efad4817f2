package photocat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import photocat.command.BatchInput;
import photocat.command.Context;
import photocat.command.RootCommand;
import photocat.model.Kind;
import photocat.shell.ScriptRunner;
import photocat.shell.Shell;
import photocat.shell.ShellSettings;
import photocat.shell.TextOutput;

/** Runs photocat without a command: texts and scripts, or a prompt where a person sits there. */
final class FrontEnd {
  private final Context context;
  private final TextOutput output;
  private final StandardStreams standard;
  private final Map<String, String> environment;

  FrontEnd(
      Context context,
      TextOutput output,
      StandardStreams standard,
      Map<String, String> environment) {
    this.context = context;
    this.output = output;
    this.standard = standard;
    this.environment = environment;
  }

  Kind run(RootCommand root) {
    if (root.inputs().isEmpty() && standard.hasKeyboard()) {
      ShellSettings settings = new ShellSettings(historyFile(), standard.screen().unicode());
      return Shell.open(context, root.options(), settings, FrontEnd::giveUp);
    }
    List<BatchInput> inputs =
        root.inputs().isEmpty() ? List.of(new BatchInput.StandardInput()) : root.inputs();
    return new ScriptRunner(context, output, standard.input()).run(inputs);
  }

  /** The orderly way out would wait for the statement that does not end. */
  private static void giveUp() {
    Runtime.getRuntime().halt(Kind.INTERRUPTED.exitCode());
  }

  /** State, not configuration: the XDG rules put it below ~/.local/state. */
  private Path historyFile() {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return folder.resolve("photocat").resolve("history");
  }
}
