package photocat.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.CertificateProblem;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Asks APIs, one question at a time: at the pace of each host, again after a pause where that may
 * help, through proxies, and nowhere that the user has not named but the open internet. One thread
 * at a time.
 */
public final class ApiClient {
  private static final Set<Integer> PAUSES = Set.of(429, 503);
  private static final Set<Integer> PASSING = Set.of(408, 425, 500, 502, 504);
  private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

  private final HttpSettings settings;
  private final ApiExchange exchange;
  private final Timekeeper time;
  private final Cancellation cancellation;
  private final Consumer<String> note;

  /**
   * A client for one command.
   *
   * @param note tells the user of pauses
   */
  public ApiClient(
      HttpSettings settings,
      HostPace pace,
      Timekeeper time,
      Cancellation cancellation,
      Consumer<String> note) {
    this.settings = settings;
    this.exchange = new ApiExchange(settings, pace, cancellation);
    this.time = time;
    this.cancellation = cancellation;
    this.note = note;
  }

  /**
   * Returns what the server answers in the end, whatever its status; not 429, 503 or another that
   * passes.
   *
   * @throws PhotocatException when there is no answer after all tries; {@link
   *     ExitStatus#INTERRUPTED} when the work is stopped
   */
  public ApiAnswer send(ApiRequest request) {
    String host = request.address().getAuthority();
    for (int number = 1; ; number++) {
      String trouble;
      Optional<Duration> asked = Optional.empty();
      try {
        ApiAnswer answer = exchange.follow(request);
        if (!PAUSES.contains(answer.status()) && !isPassing(request, answer.status())) {
          return answer;
        }
        trouble = "it answers HTTP " + answer.status();
        asked = pauseAsked(answer);
      } catch (IOException e) {
        trouble = trouble(request, host, e);
      }
      Duration pause = asked.orElse(ownPause(number));
      if (number >= settings.patience().tries()
          || pause.compareTo(settings.patience().longestPause()) > 0) {
        String longer =
            asked.map(span -> ", and asks for a pause of " + Amounts.duration(span)).orElse("");
        throw failure(host, trouble + longer, Optional.of("run the same command again later"));
      }
      if (pause.compareTo(WORTH_TELLING) >= 0) {
        note.accept("%s: %s; again in %s".formatted(host, trouble, Amounts.duration(pause)));
      }
      time.pause(pause, cancellation);
      cancellation.check("asking " + host);
    }
  }

  /**
   * Checks an address that an answer of {@code from} names, as redirects are checked.
   *
   * @throws PhotocatException when it is none, or leads inside
   */
  public void checkLink(URI from, String link) {
    try {
      new HostGuard(settings).check(from, URI.create(link));
    } catch (IllegalArgumentException e) {
      String shown = OneLine.of(link);
      throw failure(
          from.getAuthority(),
          "it leads to " + shown + ", which is no web address",
          Optional.empty());
    } catch (IOException e) {
      throw failure(from.getAuthority(), "it leads to " + FailureReason.of(e), Optional.empty());
    }
  }

  private static boolean isPassing(ApiRequest request, int status) {
    return request.isIdempotent() && PASSING.contains(status);
  }

  private Optional<Duration> pauseAsked(ApiAnswer answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> RetryAfter.parse(value, time.now()));
  }

  private Duration ownPause(int number) {
    Duration pause = settings.patience().firstPause().multipliedBy(1L << Math.min(number - 1, 20));
    Duration longest = settings.patience().longestPause();
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /** Says what went wrong, unless asking once more would not help, or might do a thing twice. */
  private static String trouble(ApiRequest request, String host, IOException e) {
    String reason = FailureReason.of(e);
    Optional<CertificateProblem> distrust = CertificateProblem.of(e);
    if (distrust.isPresent()) {
      throw failure(host, distrust.get().reason(), Optional.of(distrust.get().remedy()));
    }
    if (!request.isIdempotent()) {
      throw failure(
          host,
          reason + "; whether it has taken the request is not known",
          Optional.of("look there before you run the same command again"));
    }
    return reason;
  }

  private static PhotocatException failure(String host, String why, Optional<String> hint) {
    PhotocatException failure =
        PhotocatException.of(ExitStatus.FAILED, "cannot ask %s: %s".formatted(host, why));
    return hint.map(failure::withHint).orElse(failure);
  }
}
