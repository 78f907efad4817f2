package photocat.demo;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import photocat.command.Output;
import photocat.model.ExitStatus;
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
    run(Set.of(ExitStatus.DONE), words);
  }

  /** Runs a command of which some items must fail. */
  void runPartly(String... words) {
    run(Set.of(ExitStatus.PARTIAL), words);
  }

  /** Runs a command of which some items may fail. */
  void runAtLeastPartly(String... words) {
    run(Set.of(ExitStatus.DONE, ExitStatus.PARTIAL), words);
  }

  private void run(Set<ExitStatus> promised, String... words) {
    String line = line(words);
    show(line);
    int exitCode = photocat.run(List.of(words));
    ExitStatus found = ExitStatus.ofExitCode(exitCode);
    if (!promised.contains(found)) {
      ExitStatus least = Collections.min(promised);
      throw PhotocatException.of(
          found == ExitStatus.DONE ? ExitStatus.FAILED : found,
          "the demo ends here: '%s' ended with %d, not %d"
              .formatted(line, exitCode, least.exitCode()));
    }
  }

  /** Returns what the reader would type. */
  String line(String... words) {
    return ShellLine.of(Stream.concat(photocat.typed().stream(), Stream.of(words)).toList());
  }
}
