package photocat.shell;

import java.util.List;
import photocat.model.Cancellation;
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
   * @throws HolderGone when the holder went away
   */
  public static int run(
      HolderConnection holder, List<String> words, TextOutput output, Cancellation cancellation)
      throws HolderGone {
    cancellation.onCancel(holder::cancel);
    try (PassedOn listener = output.passOn()) {
      Request request = new Request(Request.What.COMMAND_LINE, words, "", output.form());
      return holder.run(request, listener).exitCode();
    }
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
