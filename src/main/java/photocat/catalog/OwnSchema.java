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

  private static final Set<String> KINDS = Set.of("TABLE", "VIEW", "MACRO", "TYPE", "SEQUENCE");

  private static final List<Step> STEPS = read();

  private static final Set<String> NAMES =
      STEPS.stream().map(Step::subject).collect(Collectors.toUnmodifiableSet());

  private static final List<OwnObject> OBJECTS =
      STEPS.stream().flatMap(step -> step.made().stream()).distinct().toList();

  private OwnSchema() {}

  /**
   * One statement of a migration.
   *
   * @param version number of the migration, 0 for what comes before the first
   * @param subject name of what it makes, fills, alters or comments on, in lower case
   * @param made what is there after it and was not before
   */
  record Step(int version, String subject, String text, List<OwnObject> made) {}

  /** Returns the statements of all migrations in order. */
  static List<Step> steps() {
    return STEPS;
  }

  /** Returns what the migrations make, columns included, in their order. */
  static List<OwnObject> objects() {
    return OBJECTS;
  }

  /** Returns the names of all that is photocat's own, in lower case. */
  static Set<String> names() {
    return NAMES;
  }

  /** Tells whether {@code name} is one of them, in any case. */
  static boolean has(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Tells whether a table comes filled, or what is in it follows from other tables. */
  static boolean fills(String table) {
    return STEPS.stream()
        .anyMatch(step -> step.subject().equals(table) && step.text().startsWith("INSERT"));
  }

  private static List<Step> read() {
    List<Step> steps = new ArrayList<>();
    read(0, PipelineSql.resource("sql/pipeline/schema/make_versions.sql"), steps);
    int newest = Migrator.MIGRATIONS.size();
    for (int version = 1; version <= newest; version++) {
      String file = "sql/" + Migrator.MIGRATIONS.get(version - 1) + ".sql";
      read(version, PipelineSql.resource(file), steps);
    }
    read(newest, SourceViews.script(), steps);
    return List.copyOf(steps);
  }

  private static void read(int version, String script, List<Step> steps) {
    for (Statement statement : StatementSplitter.split(script).statements()) {
      steps.add(step(version, statement.text(), steps));
    }
  }

  private static Step step(int version, String text, List<Step> before) {
    List<Token> tokens =
        SqlLexer.read(text).stream().filter(token -> token.kind() != TokenKind.COMMENT).toList();
    int at = 0;
    String kind = "";
    while (BEFORE_SUBJECT.contains(upper(tokens.get(at), text))) {
      kind = KINDS.contains(upper(tokens.get(at), text)) ? upper(tokens.get(at), text) : kind;
      at++;
    }
    String subject = tokens.get(at).in(text).toLowerCase(Locale.ROOT);
    List<OwnObject> made = new ArrayList<>();
    switch (upper(tokens.get(0), text)) {
      case "CREATE" -> {
        made.add(new OwnObject(kind.toLowerCase(Locale.ROOT), subject));
        if (kind.equals("TABLE")) {
          made.addAll(columns(subject, text, tokens.subList(at + 1, tokens.size())));
        }
      }
      case "ALTER" -> made.add(OwnObject.column(subject, tokens.get(at + 3).in(text)));
      default -> {}
    }
    before.forEach(step -> made.removeAll(step.made()));
    return new Step(version, subject, text, List.copyOf(made));
  }

  /** A column stands first, and after each comma that is in no further brackets. */
  private static List<OwnObject> columns(String table, String text, List<Token> tokens) {
    List<OwnObject> columns = new ArrayList<>();
    int depth = 0;
    boolean isNext = false;
    for (Token token : tokens) {
      if (isNext) {
        columns.add(OwnObject.column(table, token.in(text)));
      }
      depth += token.kind() == TokenKind.OPEN ? 1 : token.kind() == TokenKind.CLOSE ? -1 : 0;
      isNext = depth == 1 && (token.kind() == TokenKind.OPEN || token.in(text).equals(","));
    }
    return columns;
  }

  private static String upper(Token token, String text) {
    return token.in(text).toUpperCase(Locale.ROOT);
  }
}
