package photocat.catalog;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why DuckDB could not run a statement that photocat wrote, in words for somebody who has not
 * written it, and does not see it.
 *
 * @param found what was found
 * @param remedy the next step
 */
public record CatalogFault(String found, String remedy) {
  private static final String REOPEN =
      "start photocat again: it makes again what the catalogue has lost of its own";
  private static final String REPORT = "run it again with --debug and report what it prints";

  /** Ways to say that something is not there, and what cannot be done to a file. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              "^Catalog Error: (Table|View|Type|Macro|Sequence|\\w+ Function) with name \"?(.+?)\"?"
                  + " does not exist",
              REOPEN,
              m -> "it has no %s %s".formatted(m.group(1).toLowerCase(Locale.ROOT), m.group(2))),
          rule(
              "^Binder Error: Referenced column \"(.+?)\" (?:was )?not found",
              REOPEN,
              m -> "one of its tables has no column " + m.group(1)),
          rule(
              "^Binder Error: Table \"(.+?)\" does not have a column named \"(.+?)\"",
              REOPEN,
              m -> "one of its tables has no column " + m.group(2)),
          rule(
              "^Out of Memory Error:.*?(?:\\((\\S+ \\w+)/(\\S+ \\w+) used\\))?",
              "give it more, for example with --set catalog.memory-limit=4GiB",
              m -> "this takes more memory than catalog.memory-limit allows"),
          rule(
              "No space left on device",
              "free the disk and run the command again",
              m -> "no space left on its disk"),
          rule(
              "(?:Could not|Cannot|Failed to) (\\w+) (?:\\w+ )*?(?:file|directory) \"(.+?)\":"
                  + " (?:\\(\\w+\\) )?(.+)",
              "see that the file can be read and written",
              m -> "cannot %s %s: %s".formatted(lower(m.group(1)), m.group(2), lower(m.group(3)))),
          rule(
              "(?:Conflict on|write-write conflict|conflicting)",
              "run it again",
              m -> "another command has changed the same rows"),
          rule(
              "^Constraint Error: (.+)",
              REPORT,
              m -> "its rows contradict one another: " + lower(m.group(1))));

  private static final Pattern KIND = Pattern.compile("^[\\w ]+ Error: ");

  /** One way of DuckDB's to say what it has found. */
  private record Rule(Pattern words, String remedy, Function<MatchResult, String> found) {}

  private static Rule rule(String words, String remedy, Function<MatchResult, String> found) {
    return new Rule(Pattern.compile(words), remedy, found);
  }

  /** Reads DuckDB's words, which may be many lines with SQL in them. */
  public static CatalogFault of(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    for (Rule rule : RULES) {
      Matcher matcher = rule.words().matcher(line);
      if (matcher.find()) {
        return new CatalogFault(rule.found().apply(matcher.toMatchResult()), rule.remedy());
      }
    }
    String words = KIND.matcher(line).replaceFirst("").replaceFirst("[.!]$", "");
    return new CatalogFault(Session.DUCKDB_SAYS + lower(words), REPORT);
  }

  /** Other letters may belong to a name. */
  private static String lower(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
