package photocat.demo;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line as a person would type it in a POSIX shell. */
final class ShellLine {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern ESCAPED = Pattern.compile("[\\p{Cntrl}'\\\\]");
  private static final Pattern NOT_IN_DOUBLE_QUOTES = Pattern.compile("[\"$`\\\\!]");

  private ShellLine() {}

  static String of(List<String> words) {
    return words.stream().map(ShellLine::quoted).collect(Collectors.joining(" "));
  }

  /** Returns one word, in the quotes that need no escapes where that is possible. */
  static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    if (CONTROL.matcher(word).find()) {
      return "$'" + ESCAPED.matcher(word).replaceAll(ShellLine::octal) + "'";
    }
    if (word.contains("'") && !NOT_IN_DOUBLE_QUOTES.matcher(word).find()) {
      return '"' + word + '"';
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String octal(MatchResult found) {
    return String.format(Locale.ROOT, "\\\\%03o", (int) found.group().charAt(0));
  }
}
