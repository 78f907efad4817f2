package photocat.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Makes again what a catalogue has lost of photocat's own schema, as by DROP in another program.
 * What follows from other tables is computed, other tables come back empty.
 */
final class LostObjects {
  private static final Logger log = LoggerFactory.getLogger(LostObjects.class);
  private static final OwnObject NUMBERS = new OwnObject("sequence", "manifest_ids");

  private final Session session;
  private final Holdings holdings;
  private final int version;

  /** What the database of {@code session} lacks of a schema of {@code version}. */
  LostObjects(Session session, Holdings holdings, int version) {
    this.session = session;
    this.holdings = holdings;
    this.version = version;
  }

  /**
   * Makes them all, in one transaction.
   *
   * @return what cannot be made: columns that must have a value, of tables that have rows
   */
  List<OwnObject> make() {
    List<OwnObject> lost = holdings.lost(version);
    List<OwnObject> columns = lost.stream().filter(OwnObject::isColumn).toList();
    try {
      make(lost);
      return List.of();
    } catch (PhotocatException e) {
      if (columns.isEmpty()) {
        throw e;
      }
      log.warn("cannot make {} again", columns, e);
      make(lost.stream().filter(object -> !object.isColumn()).toList());
      return columns;
    }
  }

  private void make(List<OwnObject> lost) {
    if (lost.isEmpty()) {
      return;
    }
    Set<String> subjects =
        lost.stream().map(OwnObject::subject).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> narrowed =
        lost.stream()
            .filter(OwnObject::isColumn)
            .map(OwnObject::subject)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    session.transaction(
        () -> {
          narrowed.forEach(this::putAside);
          run(subjects::contains);
          narrowed.forEach(this::takeBack);
          if (!narrowed.isEmpty()) {
            SourceViews.remake(session);
          }
          if (lost.contains(NUMBERS)) {
            session.list("schema/advance_numbers", Map.of(), row -> true);
          }
          return lost.size();
        });
  }

  private void run(Predicate<String> isWanted) {
    for (OwnSchema.Step step : OwnSchema.steps()) {
      if (step.version() <= version && isWanted.test(step.subject())) {
        session.statement(step.text());
      }
    }
  }

  /** A column cannot be added where it was, and rows are also written by the order of columns. */
  private void putAside(String table) {
    session.run("schema/put_aside", Map.of(), holes(table));
    session.run("schema/drop", Map.of(), holes(table));
  }

  private void takeBack(String table) {
    if (!OwnSchema.fills(table)) {
      SourceViews.addColumns(session, table, added(table));
      session.run("schema/take_back", Map.of(), holes(table));
    }
    session.run("schema/drop", Map.of(), Map.of("table", holes(table).get("aside")));
  }

  /** Columns of a source's table that what was taken in has brought. */
  private List<String> added(String table) {
    List<String> added = new ArrayList<>(holdings.columns(table));
    OwnSchema.objects().stream()
        .filter(object -> object.isColumn() && object.subject().equals(table))
        .forEach(object -> added.remove(object.column()));
    return added;
  }

  private Map<String, String> holes(String table) {
    List<String> columns = new ArrayList<>();
    holdings.columns(table).forEach(column -> columns.add(Quoted.name(column)));
    return Map.of(
        "table",
        Quoted.name(table),
        "aside",
        "temp.main." + Quoted.name("aside of " + table),
        "columns",
        String.join(", ", columns));
  }
}
