package photocat.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.Desk;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.model.Consent;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.HeldElsewhere;
import photocat.remote.HolderConnection;
import photocat.remote.HolderGone;

/** Where a process runs one command line: no SQL came before, but perhaps a person sits there. */
public final class CommandLineDesk implements Desk {
  private final Context context;
  private final TextOutput output;
  private final Optional<Programs> programs;
  private final Consent consent;

  /**
   * A desk in the world of {@code context}.
   *
   * @param programs those of the person who sits there; empty where nobody does
   * @param keyboard what that person types; read only where one sits there
   */
  public CommandLineDesk(
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
    List<String> words = programs.orElseThrow(Desk::nobody).editing(file);
    try {
      ProcessBuilder editor =
          new ProcessBuilder(words)
              .redirectInput(Redirect.INHERIT)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT);
      Foreground.checkEditor(editor.start().waitFor());
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot start %s: %s".formatted(words.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PhotocatException.of(Kind.INTERRUPTED, "the editor was not waited for", e);
    }
  }

  @Override
  public Kind run(List<String> words) {
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, Kind.USAGE::exitCode);
    Context own = context.forCommand(output.under(options), context.cancellation());
    try {
      return Kind.ofExitCode(CommandLines.run(root, own, words));
    } catch (HeldElsewhere held) {
      return runThere(held.connection(), words);
    }
  }

  private Kind runThere(HolderConnection holder, List<String> words) {
    try (holder) {
      return Kind.ofExitCode(RemoteCommand.run(holder, words, output, context.at(this)));
    } catch (HolderGone e) {
      throw RemoteCommand.failure(holder, e);
    }
  }
}
