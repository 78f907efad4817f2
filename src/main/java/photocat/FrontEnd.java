package photocat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.command.BatchInput;
import photocat.command.Context;
import photocat.command.RootCommand;
import photocat.model.ExitStatus;
import photocat.shell.ProcessExit;
import photocat.shell.Programs;
import photocat.shell.ScriptRunner;
import photocat.shell.Shell;
import photocat.shell.ShellSettings;
import photocat.shell.TextOutput;

/** Runs photocat without a command: texts and scripts, or a prompt where a person sits there. */
final class FrontEnd {
  private final Context context;
  private final TextOutput output;
  private final ProcessEnvironment around;

  FrontEnd(Context context, TextOutput output, ProcessEnvironment around) {
    this.context = context;
    this.output = output;
    this.around = around;
  }

  /** Returns the exit code. */
  int run(RootCommand root) {
    StandardStreams standard = around.standard();
    if (root.inputs().isEmpty() && standard.hasKeyboard()) {
      Path usual = around.configFolder().resolve("init.sql");
      ShellSettings settings =
          new ShellSettings(
              around.stateFolder().resolve("history"),
              root.init(Optional.of(usual).filter(Files::exists)),
              standard.screen(),
              Programs.of(around.environment(), System.getProperty("os.name")));
      TerminalLibrary.offer();
      return Shell.open(context, root.options(), settings, new Exit());
    }
    List<BatchInput> inputs = new ArrayList<>();
    root.init(Optional.empty()).map(BatchInput.ScriptFile::new).ifPresent(inputs::add);
    inputs.addAll(root.inputs());
    if (root.inputs().isEmpty()) {
      inputs.add(new BatchInput.StandardInput());
    }
    boolean goesOn = root.goesOnAfterFailures();
    return new ScriptRunner(context, output, standard.input(), goesOn).run(inputs);
  }

  /** Ends this process. */
  private static final class Exit implements ProcessExit {
    /** The orderly way out would wait for the statement that does not end. */
    @Override
    public void atOnce() {
      Runtime.getRuntime().halt(ExitStatus.INTERRUPTED.exitCode());
    }

    @Override
    public void orderly(int exitCode) {
      System.exit(exitCode);
    }
  }
}
