package photocat.shell;

import java.io.Writer;
import java.util.function.BiFunction;
import photocat.command.Context;
import photocat.command.RunSetup;
import photocat.command.line.CommandLines;
import photocat.remote.ClientEnvironment;
import photocat.remote.Handshake;
import photocat.remote.RequestHandler;

/** Gives each client an interpreter of its own, in the catalogue of this process. */
public final class SessionFactory implements RequestHandler.Factory {
  private final Context host;
  private final Handshake self;
  private final BiFunction<Handshake, ClientEnvironment, RunSetup> setups;
  private final InputRules rules;

  /**
   * An factory to the world of this process.
   *
   * @param self what clients are told of it
   * @param setups what the commands of a client go by
   */
  public SessionFactory(
      Context host, Handshake self, BiFunction<Handshake, ClientEnvironment, RunSetup> setups) {
    this.host = host;
    this.self = self;
    this.setups = setups;
    this.rules = new InputRules(() -> CommandLines.describe(host));
  }

  @Override
  public RequestHandler attend(
      Handshake client,
      ClientEnvironment environment,
      Writer data,
      Writer narration,
      RequestHandler.Pages pages) {
    ClientScreen screen = new ClientScreen(environment, data, narration, pages);
    return new ClientSessionInterpreter(
        host, self, setups.apply(client, environment), environment, screen, rules);
  }
}
