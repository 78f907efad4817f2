package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * What the migrations make, statement by statement: photocat's own tables, views, macros, types and
 * sequences.
 */
final class OwnSchema {
  /** Words that stand before the name of what a statement of a migration is about. */
  private static final Set<String> BEFORE_SUBJECT =
      Set.of(
          "CREATE",
          "OR",
          "REPLACE",
          "IF",
          "NOT",
          "EXISTS",
          "TABLE",
          "VIEW",
          "MACRO",
          "TYPE",
          "SEQUENCE",
          "COMMENT",
          "ON",
          "COLUMN",
          "ALTER",
          "INSERT",
          "UPDATE",
          "INTO");

  private static final List<Step> STEPS = read();

  private static final Set<String> NAMES =
      STEPS.stream().map(Step::subject).collect(Collectors.toUnmodifiableSet());

  private OwnSchema() {}

  /**
   * One statement of a migration.
   *
   * @param subject name of what it makes, fills, alters or comments on, in lower case
   */
  record Step(String subject, String text) {}

  /** Returns the statements of all migrations in order. */
  static List<Step> steps() {
    return STEPS;
  }

  /** Returns the names of all that is photocat's own, in lower case. */
  static Set<String> names() {
    return NAMES;
  }

  /** Tells whether {@code name} is one of them, in any case. */
  static boolean has(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static List<Step> read() {
    List<String> scripts = new ArrayList<>();
    scripts.add(PipelineSql.resource("sql/pipeline/schema/make_versions.sql"));
    for (String migration : Migrator.MIGRATIONS) {
      scripts.add(PipelineSql.resource("sql/schema/" + migration + ".sql"));
    }
    return scripts.stream()
        .flatMap(script -> StatementSplitter.split(script).statements().stream())
        .map(statement -> new Step(subject(statement), statement.text()))
        .toList();
  }

  private static String subject(Statement statement) {
    String text = statement.text();
    for (Token token : SqlLexer.read(text)) {
      String word = token.in(text).toUpperCase(Locale.ROOT);
      if (token.kind() != TokenKind.COMMENT && !BEFORE_SUBJECT.contains(word)) {
        return word.toLowerCase(Locale.ROOT);
      }
    }
    throw new IllegalStateException("a migration has a statement without subject: " + text);
  }
}
