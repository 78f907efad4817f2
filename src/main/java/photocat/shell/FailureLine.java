package photocat.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.shell.render.Ink;

/** Colours what failures say, DuckDB's own messages among them. */
final class FailureLine {
  /** {@code error: file.sql:3: Binder Error: …}, of which all up to the last of these is strong. */
  private static final Pattern START =
      Pattern.compile("^(error:)( \\S+:\\d+:)?( [A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)* Error:)?");

  private static final Pattern PLACE = Pattern.compile("^(LINE \\d+:)");
  private static final Pattern CARET = Pattern.compile("^\\s*\\^[\\^~]*\\s*$");
  private static final Pattern ADVICE = Pattern.compile("^(\\s*hint:)");
  private static final Pattern CANDIDATES = Pattern.compile("^(Candidate|Did you mean)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");

  private FailureLine() {}

  /** Returns {@code line}, which must be safe for a terminal, in colour. */
  static String colored(String line) {
    Matcher start = START.matcher(line);
    if (start.find()) {
      return Ink.FAULT.on(line.substring(0, start.end())) + line.substring(start.end());
    }
    if (CARET.matcher(line).find()) {
      return Ink.PLACE.on(line);
    }
    if (CANDIDATES.matcher(line).find()) {
      return QUOTED
          .matcher(line)
          .replaceAll(name -> Matcher.quoteReplacement(Ink.ADVICE.on(name.group())));
    }
    String placed = PLACE.matcher(line).replaceFirst(found -> Ink.FAINT.on(found.group()));
    return ADVICE.matcher(placed).replaceFirst(found -> Ink.ADVICE.on(found.group()));
  }
}
