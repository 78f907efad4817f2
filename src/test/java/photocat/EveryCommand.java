package photocat;

import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.command.RunSetup;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.shell.Screen;
import photocat.shell.Streams;
import photocat.shell.TextOutput;
import picocli.CommandLine;

/** The command line as a user gets it, to be looked at; nothing is run. */
final class EveryCommand {
  private EveryCommand() {}

  static CommandLine in(Path folder) {
    GlobalOptions options = new GlobalOptions();
    Streams nowhere = new Streams(Writer.nullWriter(), Writer.nullWriter());
    TextOutput output = new TextOutput(nowhere, Screen.NONE, options);
    Cancellation cancellation = new Cancellation();
    RunSetup setup = new RunSetup(folder, InstantSource.system());
    Context context =
        new Context(
            (use, without, createIn) -> NewCatalog.inMemory(), () -> output, setup, cancellation);
    StandardStreams standard =
        new StandardStreams(InputStream.nullInputStream(), nowhere, Screen.NONE, false);
    ProcessEnvironment around = new ProcessEnvironment(Map.of(), folder, standard);
    return CommandLines.create(new RootCommand(options, ExitStatus.DONE::exitCode), context)
        .addSubcommand(new DemoCommand(around, options, output, cancellation))
        .addSubcommand(
            new RepairCommand(
                () -> folder, () -> CatalogSettings.DEFAULTS, options, output, cancellation));
  }
}
