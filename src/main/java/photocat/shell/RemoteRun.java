package photocat.shell;

import java.util.List;
import java.util.function.Supplier;
import photocat.model.Consent;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.Ending;
import photocat.remote.HolderConnection;
import photocat.remote.HolderGone;
import photocat.remote.Request;

/**
 * Has the process that holds the catalogue run requests, and asks the person here before something
 * that cannot be undone.
 *
 * @param consent how that person is asked now
 */
record RemoteRun(HolderConnection holder, TextOutput output, Supplier<Consent> consent) {
  /** Runs one request; what it says goes to the output here. */
  Ending run(Request.What what, List<String> words, String place) throws HolderGone {
    Consent here = consent.get();
    boolean isAsked = here != Consent.NOBODY;
    Request.Asking asking = isAsked ? Request.Asking.FIRST : Request.Asking.NOBODY;
    Ending ending = run(request(what, words, place, asking), output.passOn());
    if (ending.question().isEmpty()) {
      return ending;
    }
    try {
      here.require(ending.question(), IllegalStateException::new);
    } catch (PhotocatException e) {
      output.at(place).failure(e);
      return new Ending(Kind.INTERRUPTED.exitCode(), false, -1, ending.transaction(), "");
    }
    return run(request(what, words, place, Request.Asking.AGREED), output.passOn());
  }

  /** Runs one request that only reads. */
  Ending run(Request.What what, List<String> words, String place, PassedOn listener)
      throws HolderGone {
    return run(request(what, words, place, Request.Asking.NOBODY), listener);
  }

  private Ending run(Request request, PassedOn listener) throws HolderGone {
    try (listener) {
      return holder.run(request, listener);
    }
  }

  private Request request(
      Request.What what, List<String> words, String place, Request.Asking asking) {
    return new Request(what, words, place, output.form(), asking);
  }
}
