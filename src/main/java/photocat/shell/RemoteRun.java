package photocat.shell;

import java.util.List;
import java.util.function.Supplier;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.remote.CatalogClient;
import photocat.remote.Request;
import photocat.remote.ResultStatus;
import photocat.remote.ServerGoneException;

/**
 * Has the process that holds the catalogue run requests, and asks the person here before something
 * that cannot be undone.
 *
 * @param consent how that person is asked now
 */
record RemoteRun(CatalogClient server, TextOutput output, Supplier<Consent> consent) {
  /** Runs one request; what it says goes to the output here. */
  ResultStatus run(Request.What what, List<String> words, String place) throws ServerGoneException {
    Consent here = consent.get();
    boolean isAsked = here != Consent.NOBODY;
    Request.Asking asking = isAsked ? Request.Asking.FIRST : Request.Asking.NOBODY;
    ResultStatus ending = run(request(what, words, place, asking), output.passOn());
    if (ending.question().isEmpty()) {
      return ending;
    }
    try {
      here.require(ending.question(), IllegalStateException::new);
    } catch (PhotocatException e) {
      output.at(place).failure(e);
      return new ResultStatus(
          ExitStatus.INTERRUPTED.exitCode(), false, -1, ending.transaction(), "");
    }
    return run(request(what, words, place, Request.Asking.AGREED), output.passOn());
  }

  /** Runs one request that only reads. */
  ResultStatus run(Request.What what, List<String> words, String place, RemoteResultWriter listener)
      throws ServerGoneException {
    return run(request(what, words, place, Request.Asking.NOBODY), listener);
  }

  private ResultStatus run(Request request, RemoteResultWriter listener)
      throws ServerGoneException {
    try (listener) {
      return server.run(request, listener);
    }
  }

  private Request request(
      Request.What what, List<String> words, String place, Request.Asking asking) {
    return new Request(what, words, place, output.form(), asking);
  }
}
