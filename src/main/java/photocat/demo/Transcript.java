package photocat.demo;

import java.util.List;
import java.util.stream.Stream;
import photocat.command.Output;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** Runs commands one after the other, and shows each as a person would type it. */
final class Transcript {
  private final Output output;
  private final Photocat photocat;

  Transcript(Output output, Photocat photocat) {
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
    run(Kind.DONE, words);
  }

  /** Runs a command of which some items must fail. */
  void runPartly(String... words) {
    run(Kind.PARTIAL, words);
  }

  private void run(Kind promised, String... words) {
    String line = line(words);
    show(line);
    int exitCode = photocat.run(List.of(words));
    if (exitCode != promised.exitCode()) {
      Kind found = Kind.ofExitCode(exitCode);
      throw PhotocatException.of(
          found == Kind.DONE ? Kind.FAILED : found,
          "the demo ends here: '%s' ended with %d, not %d"
              .formatted(line, exitCode, promised.exitCode()));
    }
  }

  /** Returns what the reader would type. */
  String line(String... words) {
    return ShellLine.of(Stream.concat(photocat.typed().stream(), Stream.of(words)).toList());
  }
}
