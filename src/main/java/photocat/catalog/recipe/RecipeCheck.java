package photocat.catalog.recipe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.StatementWords;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import photocat.sql.NamedParameters;
import photocat.sql.SqlLexer;

/** Finds the mistakes of a recipe without running it. */
final class RecipeCheck {
  /** What EXPLAIN takes. */
  private static final Set<String> EXPLAINED =
      Set.of("SELECT", "WITH", "FROM", "VALUES", "INSERT", "UPDATE", "DELETE");

  /** Where DuckDB points into a statement. */
  private static final Pattern PLACE = Pattern.compile("LINE (\\d+): ");

  private final Session session;

  /** Checks recipes against the catalogue of {@code session}. */
  RecipeCheck(Session session) {
    this.session = session;
  }

  /** Returns the mistakes in {@code text}, first those of the header, else that of the SQL. */
  List<RecipeFault> faults(String name, String origin, String text) {
    List<RecipeFault> faults = RecipeReader.faults(name, origin, text);
    return faults.isEmpty() ? sqlFaults(RecipeReader.understood(name, origin, text)) : faults;
  }

  private List<RecipeFault> sqlFaults(Recipe recipe) {
    if (new StatementWords(recipe.statement()).asks() && RecipeReader.effect(recipe).isPresent()) {
      // DuckDB would reach the network already to learn the columns.
      return RecipeReader.effect(recipe).stream().toList();
    }
    try {
      session.prepare(NamedParameters.in(recipe.statement()).statement());
      explain(recipe);
      return RecipeReader.effect(recipe).stream().toList();
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.FAILED) {
        throw e;
      }
      return List.of(fault(recipe, e.message()));
    }
  }

  /** Only with values DuckDB knows the types of parameters. */
  private void explain(Recipe recipe) {
    String first = SqlLexer.read(recipe.statement()).get(0).in(recipe.statement());
    boolean hasValues =
        !recipe.examples().isEmpty()
            || recipe.parameters().stream().noneMatch(RecipeParameter::isRequired);
    if (hasValues && EXPLAINED.contains(first.toUpperCase(Locale.ROOT))) {
      String example = recipe.examples().stream().findFirst().orElse("");
      BoundRecipe bound = recipe.bindExample(example, LocalDate.EPOCH);
      session.execute("EXPLAIN " + bound.statement(), bound.values(), new Nowhere());
    }
  }

  /** Leaves out where the line stands in the statement, for its file is what the user knows. */
  private static RecipeFault fault(Recipe recipe, String message) {
    List<String> lines = new ArrayList<>();
    int line = recipe.firstLine();
    int cut = 0;
    for (String each : message.lines().filter(text -> !text.isBlank()).toList()) {
      Matcher place = PLACE.matcher(each);
      boolean points = place.lookingAt();
      if (points) {
        line = recipe.firstLine() + Integer.parseInt(place.group(1)) - 1;
        cut = place.end();
      }
      lines.add(each.substring(Math.min(cut, each.length())));
      // The caret stands on the next line, below what it points to.
      cut = points ? cut : 0;
    }
    return new RecipeFault(recipe.origin(), line, String.join("\n", lines));
  }

  private static final class Nowhere implements RowSink {
    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      return true;
    }
  }
}
