package photocat.catalog.recipe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.catalog.StatementWords;
import photocat.model.PhotocatException;
import photocat.sql.Script;
import photocat.sql.SqlLexer;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;
import photocat.sql.Token;
import photocat.sql.TokenKind;

/**
 * Reads one recipe file. Nothing in it vanishes: a header line that is not understood, a parameter
 * that is declared and not used or used and not declared, an example that could not be run, is a
 * fault that names file and line.
 */
final class RecipeReader {
  private static final Pattern HEADER_LINE =
      Pattern.compile("--\\s*@([A-Za-z_]+)\\s*(.*)", Pattern.DOTALL);

  private final String name;
  private final String origin;
  private final String text;
  private final RecipeHeader header = new RecipeHeader();
  private final List<Integer> parameterLines = new ArrayList<>();
  private final List<Integer> exampleLines = new ArrayList<>();
  private final List<RecipeFault> faults = new ArrayList<>();

  private RecipeReader(String name, String origin, String text) {
    this.name = name;
    this.origin = origin;
    this.text = text;
  }

  /**
   * Returns the recipe that {@code text} holds.
   *
   * @throws PhotocatException of kind USAGE that names file, line and key of the first fault
   */
  static Recipe read(String name, String origin, String text) {
    Recipe recipe = understood(name, origin, text);
    effect(recipe)
        .ifPresent(
            fault -> {
              throw fault.failure();
            });
    return recipe;
  }

  /** Returns the same, though it may do what its header does not say. */
  static Recipe understood(String name, String origin, String text) {
    RecipeReader reader = new RecipeReader(name, origin, text);
    Optional<Recipe> recipe = reader.read();
    return recipe.orElseThrow(() -> reader.faults.get(0).failure());
  }

  /**
   * Returns what the statement does that the header does not say. What cannot be told here, a
   * transaction that only reads refuses.
   */
  static Optional<RecipeFault> effect(Recipe recipe) {
    StatementWords words = new StatementWords(recipe.statement());
    if (recipe.writes() || (words.asks() && !words.readsAddress())) {
      return Optional.empty();
    }
    String what = words.asks() ? "it reaches the network" : words.first() + " may change something";
    return Optional.of(
        new RecipeFault(recipe.origin(), recipe.firstLine(), what + ", and there is no @writes"));
  }

  /** Returns what is wrong with {@code text}, whether DuckDB likes its SQL or not. */
  static List<RecipeFault> faults(String name, String origin, String text) {
    RecipeReader reader = new RecipeReader(name, origin, text);
    reader.read();
    return List.copyOf(reader.faults);
  }

  /** Tells whether the header says that the recipe writes. */
  static boolean writes(String text) {
    RecipeReader reader = new RecipeReader("", "", text);
    reader.read();
    return reader.header.writes();
  }

  /** Returns the recipe, empty where there are faults. */
  private Optional<Recipe> read() {
    List<Token> tokens = SqlLexer.read(text);
    for (Token token : tokens) {
      if (token.kind() != TokenKind.COMMENT) {
        break;
      }
      headerLine(token);
    }
    Optional<Statement> statement = onlyStatement();
    if (faults.isEmpty()) {
      checkParameters(tokens);
    }
    Optional<String> title = header.title();
    if (title.isEmpty()) {
      fault(1, "it has no @title");
    }
    if (!faults.isEmpty() || statement.isEmpty()) {
      return Optional.empty();
    }
    Recipe recipe = recipe(title.orElseThrow(), statement.get());
    checkExamples(recipe);
    return Optional.of(recipe).filter(whole -> faults.isEmpty());
  }

  private Recipe recipe(String title, Statement statement) {
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
        statement.line(),
        header.writes());
  }

  private void headerLine(Token comment) {
    Matcher line = HEADER_LINE.matcher(comment.in(text));
    if (!line.matches()) {
      return;
    }
    try {
      header.add(line.group(1), line.group(2).strip());
    } catch (IllegalArgumentException e) {
      fault(lineOf(comment), e);
    }
    if (header.parameters.size() > parameterLines.size()) {
      parameterLines.add(lineOf(comment));
    }
    if (header.examples.size() > exampleLines.size()) {
      exampleLines.add(lineOf(comment));
    }
  }

  private Optional<Statement> onlyStatement() {
    Script script = StatementSplitter.split(text);
    List<Statement> statements = new ArrayList<>(script.statements());
    script.rest().ifPresent(rest -> statements.add(rest.statement()));
    if (statements.isEmpty()) {
      fault(1, "it has no statement");
    }
    if (statements.size() > 1) {
      fault(statements.get(1).line(), "a second statement starts here, a recipe is one statement");
    }
    return statements.stream().findFirst();
  }

  private void checkParameters(List<Token> tokens) {
    Set<String> used = new LinkedHashSet<>();
    List<String> declared = header.parameters.stream().map(RecipeParameter::name).toList();
    for (Token token : tokens) {
      String parameter = token.in(text);
      if (token.kind() == TokenKind.POSITION) {
        fault(lineOf(token), "parameter %s has no name, write $name".formatted(parameter));
      }
      if (token.kind() == TokenKind.PARAMETER
          && used.add(parameter.substring(1))
          && !declared.contains(parameter.substring(1))) {
        fault(lineOf(token), "%s is used, but no @param declares it".formatted(parameter));
      }
    }
    for (int i = 0; i < declared.size(); i++) {
      String parameter = declared.get(i);
      if (!used.contains(parameter)) {
        fault(
            parameterLines.get(i),
            "@param %s is declared, but $%s is not used".formatted(parameter, parameter));
      }
    }
  }

  /** Any day will do to find out whether values can be read. */
  private void checkExamples(Recipe recipe) {
    for (int i = 0; i < header.examples.size(); i++) {
      try {
        recipe.bindExample(header.examples.get(i), LocalDate.EPOCH);
      } catch (PhotocatException | IllegalArgumentException e) {
        fault(exampleLines.get(i), "@example does not run: " + e.getMessage());
      }
    }
  }

  private int lineOf(Token token) {
    return 1 + (int) text.substring(0, token.start()).chars().filter(c -> c == '\n').count();
  }

  private void fault(int line, IllegalArgumentException cause) {
    fault(line, String.valueOf(cause.getMessage()));
  }

  private void fault(int line, String what) {
    faults.add(new RecipeFault(origin, line, what));
  }
}
