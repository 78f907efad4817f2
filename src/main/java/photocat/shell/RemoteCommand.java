package photocat.shell;

import java.util.List;
import photocat.command.Context;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.remote.CatalogClient;
import photocat.remote.Request;
import photocat.remote.ServerGoneException;

/** Has the process that holds the catalogue run one command line. */
public final class RemoteCommand {
  private RemoteCommand() {}

  /**
   * Runs {@code words}, the command line of this process, and returns its exit code.
   *
   * @param context the world of this process, whose person is asked
   * @throws ServerGoneException when the server went away
   */
  public static int run(
      CatalogClient server, List<String> words, TextOutput output, Context context)
      throws ServerGoneException {
    context.cancellation().onCancel(server::cancel);
    RemoteRun remote = new RemoteRun(server, output, context::consent);
    return remote.run(Request.What.COMMAND_LINE, words, "").exitCode();
  }

  /** Returns what to tell the user of a server that went away while it worked. */
  public static PhotocatException failure(CatalogClient server, ServerGoneException gone) {
    return PhotocatException.of(
            ExitStatus.CATALOG,
            "%s, which held the catalogue, ended before the command did"
                .formatted(server.server().process()),
            gone)
        .withHint("run it again: it opens the catalogue here, and does what is missing");
  }
}
