package photocat.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A speed as users write it: {@code 20MB/s}, {@code 1.5 GB/s}, {@code 512KiB/s}.
 *
 * @param bytesPerSecond above zero
 */
public record Speed(long bytesPerSecond) {
  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?([KMG]?)(i?)B(?:/s)?", Pattern.CASE_INSENSITIVE);

  /** Reads a speed from the command line. */
  public static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String text) {
      Matcher words = WORDS.matcher(text.strip());
      if (words.matches()) {
        int power = " KMG".indexOf((words.group(2) + " ").toUpperCase(Locale.ROOT).charAt(0));
        double unit = Math.pow(words.group(3).isEmpty() ? 1_000 : 1_024, power);
        long bytes = (long) (Double.parseDouble(words.group(1)) * unit);
        if (bytes > 0) {
          return new Speed(bytes);
        }
      }
      throw new TypeConversionException(text);
    }
  }
}
