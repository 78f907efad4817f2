package photocat.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import photocat.command.Output;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** Runs commands one after the other, and shows each as a person would type it. */
final class Transcript {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");
  private static final Pattern NOT_IN_DOUBLE_QUOTES = Pattern.compile("[\"$`\\\\!]");

  private final Output output;
  private final ToIntFunction<List<String>> photocat;

  /** Runs commands with {@code photocat}, which returns the exit code and shows what they say. */
  Transcript(Output output, ToIntFunction<List<String>> photocat) {
    this.output = output;
    this.photocat = photocat;
  }

  /** Says what comes next, and why. */
  void say(String text) {
    output.line("");
    text.lines().forEach(line -> output.line("# " + line));
  }

  /** Shows a line that the reader would type in a shell. */
  void show(String line) {
    output.line("$ " + line);
  }

  /** Runs a command that must succeed. */
  void run(String... words) {
    run(Set.of(Kind.DONE), words);
  }

  /** Runs a command of which some items may fail. */
  void runPartly(String... words) {
    run(Set.of(Kind.DONE, Kind.PARTIAL), words);
  }

  private void run(Set<Kind> expected, String... words) {
    String line = line(words);
    show(line);
    int exitCode = photocat.applyAsInt(List.of(words));
    if (expected.stream().noneMatch(kind -> kind.exitCode() == exitCode)) {
      throw PhotocatException.of(
          kind(exitCode), "the demo ends here: '%s' ended with %d".formatted(line, exitCode));
    }
  }

  private static Kind kind(int exitCode) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.exitCode() == exitCode)
        .findFirst()
        .orElse(Kind.BUG);
  }

  static String line(String... words) {
    StringBuilder line = new StringBuilder("photocat");
    for (String word : words) {
      line.append(' ').append(quoted(word));
    }
    return line.toString();
  }

  /** As a POSIX shell reads it, in the quotes that need no escapes where that is possible. */
  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    if (word.contains("'") && !NOT_IN_DOUBLE_QUOTES.matcher(word).find()) {
      return '"' + word + '"';
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
