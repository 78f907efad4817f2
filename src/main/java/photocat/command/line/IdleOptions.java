package photocat.command.line;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import photocat.command.LimitedCommand;
import photocat.command.recipe.RunCommand;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Refuses options that the command they were given to would pass over in silence. */
final class IdleOptions {
  /** Options of texts, scripts and the prompt. */
  private static final List<String> OF_SCRIPTS = List.of("--init", "--on-error");

  private static final String OF_SQL = "--write-own-tables";

  private IdleOptions() {}

  /**
   * Fails where {@code parsed} has a command and an option that it has no use for.
   *
   * @throws PhotocatException of kind USAGE
   */
  static void refuse(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return;
    }
    List<CommandLine> lines = parsed.asCommandLineList();
    lines.get(0).getCommandSpec().options().forEach(option -> refuseTwoValues(option, lines));
    Object command = lines.get(lines.size() - 1).getCommand();
    String name = parsed.subcommand().commandSpec().name();
    for (String option : OF_SCRIPTS) {
      if (isGiven(option, lines)) {
        throw refusal(name, option, "runs no script");
      }
    }
    if (isGiven(OF_SQL, lines) && !(command instanceof RunCommand)) {
      throw refusal(name, OF_SQL, "runs no SQL of yours");
    }
    Map<String, String> limits =
        command instanceof LimitedCommand limited ? limited.limits() : Map.of();
    limits.forEach(
        (option, why) -> {
          if (isGiven(option, lines)) {
            throw refusal(name, option, why);
          }
        });
  }

  /** Of one before a command and one behind it, only the second would count. */
  private static void refuseTwoValues(OptionSpec option, List<CommandLine> lines) {
    String name = option.longestName();
    List<String> values =
        option.isMultiValue() || option.parameterConsumer() != null || isFlag(option)
            ? List.of()
            : lines.stream()
                .map(line -> line.getParseResult().matchedOption(name))
                .filter(Objects::nonNull)
                .flatMap(each -> each.originalStringValues().stream())
                .distinct()
                .toList();
    if (values.size() > 1) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "%s is given twice: %s".formatted(name, String.join(", ", values)))
          .withHint("leave out one");
    }
  }

  private static boolean isFlag(OptionSpec option) {
    return option.type() == boolean.class;
  }

  /** The options that all commands have can stand before a command and behind it. */
  private static boolean isGiven(String option, List<CommandLine> lines) {
    return lines.stream().anyMatch(line -> line.getParseResult().hasMatchedOption(option));
  }

  private static PhotocatException refusal(String command, String option, String why) {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot run %s with %s: %s %s".formatted(command, option, command, why))
        .withHint("leave out " + option);
  }
}
