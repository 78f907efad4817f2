package photocat;

import java.util.List;
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
  private final Surroundings around;

  FrontEnd(Context context, TextOutput output, Surroundings around) {
    this.context = context;
    this.output = output;
    this.around = around;
  }

  Kind run(RootCommand root) {
    StandardStreams standard = around.standard();
    if (root.inputs().isEmpty() && standard.hasKeyboard()) {
      ShellSettings settings =
          new ShellSettings(around.stateFolder().resolve("history"), standard.screen().unicode());
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
}
