package photocat.model.setting;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Function;
import photocat.model.ByteSize;
import photocat.model.Speed;

/**
 * How values of one sort are written.
 *
 * @param <T> what they are
 * @param type the same
 * @param parse reads one; throws {@link IllegalArgumentException} or {@link DateTimeException}
 * @param show writes one so that it can be read again
 * @param rule what a text that cannot be read should have been
 */
public record ValueForm<T>(
    Class<T> type, Function<String, T> parse, Function<T, String> show, String rule) {
  static final ValueForm<Integer> COUNT =
      new ValueForm<>(Integer.class, Integer::valueOf, String::valueOf, "a whole number");

  static final ValueForm<Long> BYTES =
      new ValueForm<>(
          Long.class, ByteSize::parse, ByteSize::format, "bytes, or a size such as 64MiB");

  static final ValueForm<Long> SPEED =
      new ValueForm<>(
          Long.class,
          Speed::parse,
          Speed::format,
          "bytes a second such as 50MB/s, or " + Speed.UNLIMITED);

  static final ValueForm<Duration> DURATION =
      new ValueForm<>(
          Duration.class,
          Duration::parse,
          Duration::toString,
          "an ISO-8601 duration such as PT10S");

  static final ValueForm<Boolean> TRUTH =
      new ValueForm<>(Boolean.class, ValueForm::truth, String::valueOf, "true or false");

  static final ValueForm<String> TEXT =
      new ValueForm<>(String.class, Function.identity(), Function.identity(), "a text");

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }
}
