package photocat.command.line;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import photocat.command.Speed;
import photocat.command.TypedPath;
import photocat.model.OneLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says of a value that cannot be read whose it is and what is expected; picocli names types. */
final class WrongValue {
  private static final String NUMBER = "a whole number of at most nine digits";

  private static final String LONG_NUMBER = "a whole number of at most eighteen digits";

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          int.class, NUMBER,
          Integer.class, NUMBER,
          long.class, LONG_NUMBER,
          Long.class, LONG_NUMBER,
          boolean.class, "true, false or left out",
          LocalDate.class, "a day such as 2026-05-31",
          Path.class, "a path",
          TypedPath.class, "a path or an address such as s3://bucket/prefix",
          URI.class, "an http or https address",
          Speed.class, "a speed such as 20MB/s");

  private WrongValue() {}

  /** Returns the message, empty where something else than a value is wrong. */
  static Optional<String> message(ParameterException failure) {
    ArgSpec argument = failure.getArgSpec();
    String value = failure.getValue();
    if (argument == null || value == null) {
      return Optional.empty();
    }
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    return Optional.of(
        "%s is %s, must be %s"
            .formatted(name, value.isEmpty() ? "empty" : OneLine.of(value), expected(argument)));
  }

  private static String expected(ArgSpec argument) {
    Iterable<String> words = argument.completionCandidates();
    if (words != null) {
      return oneOf(StreamSupport.stream(words.spliterator(), false).toList());
    }
    return EXPECTED.getOrDefault(argument.auxiliaryTypes()[0], argument.paramLabel());
  }

  private static String oneOf(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
