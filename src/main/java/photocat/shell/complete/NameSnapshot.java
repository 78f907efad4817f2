package photocat.shell.complete;

import java.util.List;
import java.util.stream.Stream;
import photocat.catalog.recipe.Recipe;

/** The names in the catalogue, its jobs and recipes, as they were at one moment. */
public record NameSnapshot(List<Name> names, List<Recipe> recipes) {
  /** No names. */
  public static final NameSnapshot EMPTY = new NameSnapshot(List.of(), List.of());

  public NameSnapshot {
    names = List.copyOf(names);
    recipes = List.copyOf(recipes);
  }

  /** What a name is the name of; views count as tables. Manifests are no names of SQL. */
  public enum Kind {
    TABLE,
    COLUMN,
    FUNCTION,
    KEYWORD,
    MANIFEST,
    JOB,
    JOB_SETTING
  }

  /**
   * A name that can be typed.
   *
   * @param parent the table of a column, the job of a setting, else empty
   * @param comment one phrase, or empty
   */
  public record Name(Kind kind, String name, String parent, String comment) {}

  Stream<Name> tables() {
    return of(Kind.TABLE);
  }

  Stream<Name> columns() {
    return of(Kind.COLUMN);
  }

  Stream<Name> functions() {
    return of(Kind.FUNCTION);
  }

  Stream<Name> keywords() {
    return of(Kind.KEYWORD);
  }

  Stream<Name> manifests() {
    return of(Kind.MANIFEST);
  }

  Stream<Name> jobs() {
    return of(Kind.JOB);
  }

  Stream<Name> jobSettings() {
    return of(Kind.JOB_SETTING);
  }

  private Stream<Name> of(Kind kind) {
    return names.stream().filter(name -> name.kind() == kind);
  }
}
