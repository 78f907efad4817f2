package photocat;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import photocat.command.SettingInfo;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.model.Speed;

/**
 * The values that the user gave, read key by key. Asking for a key declares it: a value that nobody
 * asked for is the user's mistake, and refused.
 */
final class SettingValues {
  private static final String PREFIX = "PHOTOCAT_";

  /** Variables that are no settings: the catalogue, the launcher's and the pager. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("PHOTOCAT_CATALOG", "PHOTOCAT_JAVA_OPTIONS", "PHOTOCAT_PAGER");

  private final Map<String, Given> file;
  private final Map<String, String> environment;
  private final Map<String, Given> flags;
  private final List<SettingInfo> known = new ArrayList<>();

  /**
   * A value as the user wrote it.
   *
   * @param origin where, for a person
   */
  record Given(String text, String origin) {}

  /** Reads from a settings file, over which the environment holds, over which flags hold. */
  SettingValues(
      Map<String, Given> file, Map<String, String> environment, Map<String, Given> flags) {
    this.file = Map.copyOf(file);
    this.environment = Map.copyOf(environment);
    this.flags = Map.copyOf(flags);
  }

  /** Returns a whole number. */
  int count(String key, int otherwise, String meaning) {
    Format<Integer> format = new Format<>(Integer::valueOf, String::valueOf, "a whole number");
    return value(key, otherwise, meaning, format);
  }

  /** Returns a number of bytes. */
  long bytes(String key, long otherwise, String meaning) {
    return value(
        key,
        otherwise,
        meaning,
        new Format<>(ByteSize::parse, ByteSize::format, "bytes, or a size such as 64MiB"));
  }

  /** Returns bytes a second, 0 for as many as there are. */
  long speed(String key, long otherwise, String meaning) {
    return value(
        key,
        otherwise,
        meaning,
        new Format<>(
            Speed::parse, Speed::format, "bytes a second such as 50MB/s, or " + Speed.UNLIMITED));
  }

  /** Returns a duration. */
  Duration duration(String key, Duration otherwise, String meaning) {
    return value(
        key,
        otherwise,
        meaning,
        new Format<>(Duration::parse, Duration::toString, "an ISO-8601 duration such as PT10S"));
  }

  /** Returns yes or no. */
  boolean truth(String key, boolean otherwise, String meaning) {
    return value(
        key,
        otherwise,
        meaning,
        new Format<>(SettingValues::parseTruth, String::valueOf, "true or false"));
  }

  /** Returns a text. */
  String text(String key, String otherwise, String meaning) {
    return value(
        key, otherwise, meaning, new Format<>(Function.identity(), Function.identity(), "a text"));
  }

  /** Returns all keys asked for so far, in that order, with the values that hold. */
  List<SettingInfo> known() {
    return List.copyOf(known);
  }

  /** Refuses values whose key nobody asked for. */
  void refuseUnknown() {
    Set<String> variables = new TreeSet<>(environment.keySet());
    variables.removeIf(name -> !name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name));
    String all = known.stream().map(SettingInfo::key).collect(joining(", ", "there are ", ""));
    Map<String, Given> givens = new TreeMap<>(file);
    givens.putAll(flags);
    for (SettingInfo setting : known) {
      givens.remove(setting.key());
      variables.remove(variable(setting.key()));
    }
    givens.forEach(
        (key, wrong) -> {
          throw refusal(wrong.origin(), "there is no setting " + key).withHint(all);
        });
    for (String name : variables) {
      throw refusal(name, "there is no setting of that name").withHint(all);
    }
  }

  /**
   * Says where the value was given that a settings record refused; its message starts with the key.
   */
  PhotocatException refused(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    String origin =
        known.stream()
            .filter(setting -> message.startsWith(setting.key() + " "))
            .map(SettingInfo::origin)
            .findFirst()
            .orElse("settings");
    return refusal(origin, message);
  }

  private <T> T value(String key, T otherwise, String meaning, Format<T> format) {
    Given given = given(key);
    T value = otherwise;
    if (given != null) {
      try {
        value = format.parse().apply(given.text());
      } catch (IllegalArgumentException | DateTimeException e) {
        throw refusal(
            given.origin(), "%s is %s, must be %s".formatted(key, given.text(), format.rule()));
      }
    }
    known.add(
        new SettingInfo(
            key, format.show().apply(value), given == null ? "default" : given.origin(), meaning));
    return value;
  }

  private @Nullable Given given(String key) {
    String name = variable(key);
    if (flags.containsKey(key)) {
      return flags.get(key);
    }
    return environment.containsKey(name) ? new Given(environment.get(name), name) : file.get(key);
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static boolean parseTruth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  private static PhotocatException refusal(String origin, String message) {
    return PhotocatException.of(Kind.USAGE, origin + ": " + message)
        .withHint("correct or remove it there");
  }

  /** How the values of one type are read and shown; {@code rule} says what parses. */
  private record Format<T>(Function<String, T> parse, Function<T, String> show, String rule) {}
}
