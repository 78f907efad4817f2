package photocat.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.command.CommandHost;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.command.line.CommandLines;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.ServerGoneException;

/** Where a process runs one command line: no SQL came before, but perhaps a person sits there. */
public final class CommandLineHost implements CommandHost {
  private final Context context;
  private final TextOutput output;
  private final Optional<Programs> programs;
  private final Consent consent;

  /**
   * A host in the world of {@code context}.
   *
   * @param programs those of the person who sits there; empty where nobody does
   * @param keyboard what that person types; read only where one sits there
   */
  public CommandLineHost(
      Context context, TextOutput output, Optional<Programs> programs, InputStream keyboard) {
    this.context = context;
    this.output = output;
    this.programs = programs;
    this.consent =
        programs.isPresent()
            ? new Confirmation(new Keyboard(output, keyboard)::ask)
            : Consent.NOBODY;
  }

  @Override
  public Consent consent() {
    return consent;
  }

  @Override
  public Optional<String> lastStatement() {
    return Optional.empty();
  }

  @Override
  public void edit(Path file) {
    List<String> words = programs.orElseThrow(CommandHost::nobody).editing(file);
    try {
      ProcessBuilder editor =
          new ProcessBuilder(words)
              .redirectInput(Redirect.INHERIT)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT);
      Foreground.checkEditor(editor.start().waitFor());
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot start %s: %s".formatted(words.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PhotocatException.of(ExitStatus.INTERRUPTED, "the editor was not waited for", e);
    }
  }

  @Override
  public ExitStatus run(List<String> words) {
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, ExitStatus.USAGE::exitCode);
    Context own = context.forCommand(output.under(options), context.cancellation());
    try {
      return ExitStatus.ofExitCode(CommandLines.run(root, own, words));
    } catch (CatalogHeldException held) {
      return runThere(held.connection(), words);
    }
  }

  private ExitStatus runThere(CatalogClient server, List<String> words) {
    try (server) {
      return ExitStatus.ofExitCode(RemoteCommand.run(server, words, output, context.at(this)));
    } catch (ServerGoneException e) {
      throw RemoteCommand.failure(server, e);
    }
  }
}
