package photocat.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.Statement;

/**
 * {@code .watch SECONDS STATEMENT}: runs a statement again and again, over its former result, until
 * a key is pressed; without a keyboard as often as {@code --times} says.
 *
 * @param every time between the end of one run and the begin of the next
 * @param times runs at most, empty for no limit
 * @param statement SQL, a recipe or a command
 */
record Watch(Duration every, OptionalInt times, Statement statement) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?s)\\.?watch(?:\\s+--times[\\s=]+(\\d{1,6}))?\\s+(\\d{1,5}(?:\\.\\d{1,3})?)"
              + "(?:\\s+--times[\\s=]+(\\d{1,6}))?\\s+((?!--times)\\S.*)",
          Pattern.CASE_INSENSITIVE);

  private static final String USAGE = ".watch SECONDS [--times N] STATEMENT";

  /** Where a person watches. */
  interface Viewer {
    /** Sees nobody, who waits all the same. */
    Viewer NOBODY = new Viewer() {};

    /** Tells whether a key can be pressed here. */
    default boolean hasKeyboard() {
      return false;
    }

    /** Begins to look for keys. */
    default void begin() {}

    /** Puts away what was written since the call before, or since {@link #begin}. */
    default void clear() {}

    /**
     * Waits, or not even that where the screen has changed; tells whether a key was pressed
     * meanwhile.
     */
    default boolean keyPressedWithin(Duration time, Cancellation cancellation) {
      cancellation.await(time);
      return false;
    }

    /** Gives the keys back. */
    default void end() {}
  }

  /** Reads the text of the command. */
  static Watch parse(String text, InputRules rules) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw usage(text);
    }
    Script script = rules.split(line.group(4));
    Optional<Statement> only =
        script.statements().isEmpty()
            ? script.rest().map(rest -> rest.statement())
            : Optional.of(script.statements().get(0));
    Statement statement = only.orElseThrow(() -> usage(text));
    Duration every = Duration.ofMillis((long) (1000 * Double.parseDouble(line.group(2))));
    String count = line.group(1) == null ? line.group(3) : line.group(1);
    return new Watch(
        every,
        count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count)),
        statement);
  }

  static PhotocatException usage(String text) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot read '%s', expected %s".formatted(text, USAGE))
        .withHint("for example .watch 2 @progress");
  }

  /** Runs it by {@code runner} until it fails, a key is pressed or all is done. */
  Outcome run(Function<Statement, Outcome> runner, Viewer viewer, Cancellation cancellation) {
    if (times.isEmpty() && !viewer.hasKeyboard()) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot watch without a keyboard: no key could end it")
          .withHint("say how often, for example .watch 2 --times 10 @progress");
    }
    viewer.begin();
    try {
      return repeat(runner, viewer, cancellation);
    } finally {
      viewer.end();
    }
  }

  private Outcome repeat(
      Function<Statement, Outcome> runner, Viewer viewer, Cancellation cancellation) {
    int most = times.orElse(Integer.MAX_VALUE);
    Outcome outcome = Outcome.of(ExitStatus.DONE);
    for (int run = 1; run <= most && outcome.mayGoOn() && !cancellation.isCancelled(); run++) {
      if (run > 1) {
        viewer.clear();
      }
      outcome = runner.apply(statement);
      if (run == most || !outcome.mayGoOn() || viewer.keyPressedWithin(every, cancellation)) {
        break;
      }
    }
    return outcome;
  }
}
