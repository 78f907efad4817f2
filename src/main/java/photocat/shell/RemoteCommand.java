package photocat.shell;

import java.util.List;
import photocat.command.Context;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.HolderConnection;
import photocat.remote.HolderGone;
import photocat.remote.Request;

/** Has the process that holds the catalogue run one command line. */
public final class RemoteCommand {
  private RemoteCommand() {}

  /**
   * Runs {@code words}, the command line of this process, and returns its exit code.
   *
   * @param context the world of this process, whose person is asked
   * @throws HolderGone when the holder went away
   */
  public static int run(
      HolderConnection holder, List<String> words, TextOutput output, Context context)
      throws HolderGone {
    context.cancellation().onCancel(holder::cancel);
    RemoteRun remote = new RemoteRun(holder, output, context::consent);
    return remote.run(Request.What.COMMAND_LINE, words, "").exitCode();
  }

  /** Returns what to tell the user of a holder that went away while it worked. */
  public static PhotocatException failure(HolderConnection holder, HolderGone gone) {
    return PhotocatException.of(
            Kind.CATALOG,
            "%s, which held the catalogue, ended before the command did"
                .formatted(holder.holder().process()),
            gone)
        .withHint("run it again: it opens the catalogue here, and does what is missing");
  }
}
