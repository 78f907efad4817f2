package photocat.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * Reads one recipe file. Nothing in it vanishes: a header line that is not understood, a parameter
 * that is declared and not used or used and not declared, is a fault that names file and line.
 */
final class RecipeReader {
  private static final Pattern HEADER_LINE =
      Pattern.compile("--\\s*@([A-Za-z_]+)\\s*(.*)", Pattern.DOTALL);

  private final String name;
  private final String origin;
  private final String text;
  private final RecipeHeader header = new RecipeHeader();
  private final List<Integer> parameterLines = new ArrayList<>();

  private RecipeReader(String name, String origin, String text) {
    this.name = name;
    this.origin = origin;
    this.text = text;
  }

  /**
   * Returns the recipe that {@code text} holds.
   *
   * @throws PhotocatException of kind USAGE that names file, line and key
   */
  static Recipe read(String name, String origin, String text) {
    return new RecipeReader(name, origin, text).read();
  }

  private Recipe read() {
    List<Token> tokens = SqlLexer.read(text);
    for (Token token : tokens) {
      if (token.kind() != TokenKind.COMMENT) {
        break;
      }
      headerLine(token);
    }
    Statement statement = onlyStatement();
    checkParameters(tokens);
    String title;
    try {
      title = header.title();
    } catch (IllegalArgumentException e) {
      throw fault(1, e);
    }
    return new Recipe(
        name,
        origin,
        title,
        String.join("\n", header.doc),
        header.parameters,
        header.mode(),
        header.tags,
        header.examples,
        statement.text(),
        statement.line());
  }

  private void headerLine(Token comment) {
    Matcher line = HEADER_LINE.matcher(comment.in(text));
    if (!line.matches()) {
      return;
    }
    try {
      header.add(line.group(1), line.group(2).strip());
    } catch (IllegalArgumentException e) {
      throw fault(lineOf(comment), e);
    }
    if (header.parameters.size() > parameterLines.size()) {
      parameterLines.add(lineOf(comment));
    }
  }

  private Statement onlyStatement() {
    Script script = StatementSplitter.split(text);
    List<Statement> statements = new ArrayList<>(script.statements());
    script.rest().ifPresent(rest -> statements.add(rest.statement()));
    if (statements.isEmpty()) {
      throw fault(1, "it has no statement");
    }
    if (statements.size() > 1) {
      throw fault(
          statements.get(1).line(), "a second statement starts here, a recipe is one statement");
    }
    return statements.get(0);
  }

  private void checkParameters(List<Token> tokens) {
    Set<String> used = new LinkedHashSet<>();
    List<String> declared = header.parameters.stream().map(RecipeParameter::name).toList();
    for (Token token : tokens) {
      String parameter = token.in(text);
      if (token.kind() == TokenKind.POSITION) {
        throw fault(lineOf(token), "parameter %s has no name, write $name".formatted(parameter));
      }
      if (token.kind() == TokenKind.PARAMETER) {
        used.add(parameter.substring(1));
        if (!declared.contains(parameter.substring(1))) {
          throw fault(lineOf(token), "%s is used, but no @param declares it".formatted(parameter));
        }
      }
    }
    for (int i = 0; i < declared.size(); i++) {
      if (!used.contains(declared.get(i))) {
        throw fault(
            parameterLines.get(i),
            "@param %s is declared, but $%s is not used"
                .formatted(declared.get(i), declared.get(i)));
      }
    }
  }

  private int lineOf(Token token) {
    return 1 + (int) text.substring(0, token.start()).chars().filter(c -> c == '\n').count();
  }

  private PhotocatException fault(int line, IllegalArgumentException cause) {
    return fault(line, String.valueOf(cause.getMessage()));
  }

  private PhotocatException fault(int line, String what) {
    return PhotocatException.of(
        Kind.USAGE, "cannot read recipe %s: line %d: %s".formatted(origin, line, what));
  }
}
