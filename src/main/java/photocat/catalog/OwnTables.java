package photocat.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Keeps statements of the user's from changing what photocat keeps in its own tables, unless the
 * user wants that. DuckDB's binder tells what a statement changes, so that neither aliases of a
 * database nor the search path, quotes or prepared statements hide it; only where it cannot tell,
 * as where a CSV file is read, the words do.
 */
public final class OwnTables {
  /** What stands for all of them where a statement brings its tables from elsewhere. */
  private static final String EVERY = "every table";

  /** Pragmas that do so. */
  private static final Set<String> FROM_ELSEWHERE = Set.of("import_database", "copy_database");

  /** One prepared statement may run another. */
  private static final int DEEPEST = 10;

  private final Session session;

  /** For statements that {@code session} is about to run. */
  public OwnTables(Session session) {
    this.session = session;
  }

  /**
   * Asks for consent where {@code sql} would change something of photocat's own.
   *
   * @throws PhotocatException of kind USAGE where nobody can be asked, INTERRUPTED where the answer
   *     is no
   */
  public void guard(String sql, Consent consent) {
    if (consent == Consent.GIVEN || session.isReadOnly()) {
      return;
    }
    Set<String> changed = changedBy(sql);
    if (changed.isEmpty()) {
      return;
    }
    String names = String.join(", ", changed);
    consent.require("this changes %s, which photocat keeps".formatted(names), () -> refusal(names));
  }

  /** Returns the names of what {@code sql} would change of photocat's own, sorted. */
  Set<String> changedBy(String sql) {
    return changedBy(sql, 0);
  }

  private Set<String> changedBy(String sql, int depth) {
    Optional<String> run = new StatementWords(sql).analyzed();
    StatementWords words = new StatementWords(run.orElse(""));
    if (!words.mayWrite() || words.begins("PREPARE") || depth > DEEPEST) {
      return Set.of();
    }
    if (words.begins("EXECUTE")) {
      return words
          .executed()
          .flatMap(name -> prepared(session, name))
          .map(text -> changedBy(text, depth + 1))
          .orElse(Set.of());
    }
    if (bringsTables(words)) {
      return Set.of(EVERY);
    }
    return words.begins("DETACH") || words.mentions(OwnSchema::has)
        ? targets(run.orElseThrow(), words)
        : Set.of();
  }

  private boolean bringsTables(StatementWords words) {
    if (words.begins("COPY", "FROM", "DATABASE")) {
      Optional<String> to = words.nameAfter("TO");
      return to.isPresent() && !targets("DETACH " + Quoted.name(to.get())).orElseThrow().isEmpty();
    }
    return words.begins("IMPORT")
        || (words.begins("PRAGMA")
            && words.mentions(name -> FROM_ELSEWHERE.contains(name.toLowerCase(Locale.ROOT))));
  }

  private Set<String> targets(String sql, StatementWords words) {
    Set<String> changed = new TreeSet<>();
    if (words.has("SETVAL")) {
      OwnSchema.names().stream()
          .filter(name -> words.mentions(name::equalsIgnoreCase))
          .forEach(changed::add);
    }
    // Without values the binder may fail on a parameter.
    Optional<Set<String>> planned = words.hasParameters() ? Optional.empty() : targets(sql);
    changed.addAll(planned.orElseGet(() -> targets(words)));
    return changed;
  }

  private Set<String> targets(StatementWords words) {
    Set<String> changed = new TreeSet<>();
    for (String path : words.targets(OwnSchema::has)) {
      // Views, macros and types are none that could be deleted from.
      changed.addAll(targets("DELETE FROM " + path).orElse(Set.of(path)));
    }
    return changed;
  }

  /** Returns what the binder finds; empty where it cannot tell. */
  private Optional<Set<String>> targets(String sql) {
    Map<String, Object> values = Map.of("statement", sql, "own", List.copyOf(OwnSchema.names()));
    Set<String> changed = new TreeSet<>();
    boolean known = true;
    for (Optional<String> name :
        session.list("guard/own_targets", values, row -> row.optionalText("name"))) {
      known &= name.isPresent();
      name.ifPresent(changed::add);
    }
    return known ? Optional.of(changed) : Optional.empty();
  }

  /** Returns the statement that was prepared under {@code name}. */
  static Optional<String> prepared(Session session, String name) {
    return session.first("guard/prepared", Map.of("name", name), row -> row.text("text"));
  }

  private static PhotocatException refusal(String names) {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot run the statement: it changes %s, which photocat keeps".formatted(names))
        .withHint("--write-own-tables allows it; tables of your own are free");
  }
}
