package photocat.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in a database, compared with photocat's own schema.
 *
 * @param present tables, views, macros, types, sequences and columns of the main schema
 * @param isEmpty whether nobody has made anything, in any schema
 */
record Holdings(Set<OwnObject> present, boolean isEmpty) {
  static Holdings of(Session session) {
    Set<OwnObject> present = new HashSet<>();
    List<Boolean> all =
        session.list(
            "schema/objects",
            Map.of(),
            row ->
                row.truth("is_main")
                    && present.add(new OwnObject(row.text("kind"), row.text("name"))));
    return new Holdings(present, all.isEmpty());
  }

  boolean hasVersions() {
    return present.containsAll(made(0));
  }

  /** Tells whether it is a catalogue of photocat's, whatever it may have lost. */
  boolean isOurs() {
    List<OwnObject> first = made(1);
    return hasVersions() || first.stream().filter(present::contains).count() * 2 > first.size();
  }

  /**
   * Returns the version of the schema: where its own record of that is gone, the newest of which
   * anything is there; else that record, unless all that a later one makes is there.
   */
  int version(int recorded) {
    for (int version = Migrator.MIGRATIONS.size(); version > recorded; version--) {
      List<OwnObject> made = made(version);
      boolean isThere =
          recorded == 0
              ? made.stream().anyMatch(present::contains)
              : !made.isEmpty() && present.containsAll(made);
      if (isThere) {
        return version;
      }
    }
    return recorded;
  }

  /** Returns what a schema of that version has, and this one lacks; no columns of lost tables. */
  List<OwnObject> lost(int version) {
    List<OwnObject> lost = new ArrayList<>();
    for (int each = 0; each <= version; each++) {
      made(each).stream().filter(object -> !present.contains(object)).forEach(lost::add);
    }
    lost.removeIf(
        object -> object.isColumn() && !present.contains(new OwnObject("table", object.subject())));
    return lost;
  }

  /** Returns what stands in the way of {@code wanted}: tables and views share their names. */
  List<OwnObject> inTheWayOf(List<OwnObject> wanted) {
    List<OwnObject> inTheWay = new ArrayList<>();
    for (OwnObject object : wanted) {
      present.stream()
          .filter(other -> other.name().equals(object.name()))
          .filter(
              other ->
                  other.kind().equals(object.kind()) || (other.isRelation() && object.isRelation()))
          .forEach(inTheWay::add);
    }
    return inTheWay;
  }

  /** Returns the columns that a table has, as it is now. */
  List<String> columns(String table) {
    return present.stream()
        .filter(object -> object.isColumn() && object.subject().equals(table))
        .map(OwnObject::column)
        .sorted()
        .toList();
  }

  private static List<OwnObject> made(int version) {
    return OwnSchema.steps().stream()
        .filter(step -> step.version() == version)
        .flatMap(step -> step.made().stream())
        .toList();
  }
}
