package photocat.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/** Makes a new catalogue out of the tables of a damaged one that can be read from end to end. */
final class TableRescue {
  private static final Logger log = LoggerFactory.getLogger(TableRescue.class);

  private final Session session;
  private final List<String> saved = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  private TableRescue(Session session) {
    this.session = session;
  }

  /**
   * What came of it.
   *
   * @param saved names of tables and views that are in the new catalogue
   * @param lost names of those that are not
   */
  record Rescued(List<String> saved, List<String> lost) {}

  /** Fills the new catalogue {@code target} from {@code damaged}. */
  static Rescued run(
      Path damaged, Path target, CatalogSettings settings, Cancellation cancellation) {
    try (Catalog catalog = Catalog.open(target, settings);
        Session session = catalog.openSession(cancellation)) {
      TableRescue rescue = new TableRescue(session);
      try {
        session.run("repair/attach", Map.of(), Map.of("file", Quoted.text(damaged.toString())));
        rescue.tables();
        rescue.views();
        rescue.lost.addAll(session.list("repair/left_out", own(), row -> row.text("name")));
        session.list("schema/advance_numbers", Map.of(), row -> true);
      } catch (PhotocatException e) {
        refuse(e);
        log.warn("cannot read {}", damaged, e);
      }
      return new Rescued(List.copyOf(rescue.saved), List.copyOf(rescue.lost));
    }
  }

  private void tables() {
    for (Row row : session.list("repair/tables", own(), row -> row)) {
      String name = row.text("name");
      if (row.truth("is_own")) {
        save(name, () -> copyOwn(name, row));
      } else {
        save(full(row), () -> copyOther(row));
      }
    }
  }

  /** What it makes sure of may rest on what cannot be saved, such as a sequence. */
  private void copyOther(Row row) {
    makeSchema(row);
    try {
      session.transaction(
          () -> {
            session.statement(row.text("text"));
            return session.run("repair/copy_table", Map.of(), table(row));
          });
    } catch (PhotocatException e) {
      refuse(e);
      log.warn("cannot make {} as it was", full(row), e);
      session.run("repair/copy_other_table", Map.of(), table(row));
      lost.add("constraints of " + full(row));
    }
  }

  private void makeSchema(Row row) {
    Map<String, String> schema = Map.of("schema", Quoted.name(row.text("schema_name")));
    session.run("repair/make_schema", Map.of(), schema);
  }

  private static String full(Row row) {
    String schema = row.text("schema_name");
    return schema.equals("main") ? row.text("name") : schema + "." + row.text("name");
  }

  private void copyOwn(String name, Row row) {
    List<String> added =
        session.list("repair/added_columns", Map.of("table", name), each -> each.text("name"));
    SourceViews.addColumns(session, name, added);
    session.run("repair/copy_table", Map.of(), table(row));
    if (!added.isEmpty()) {
      SourceViews.remake(session);
    }
  }

  /** Views may be made from views that come later by name, but not before those. */
  private void views() {
    for (Row row : session.list("repair/views", own(), row -> row)) {
      save(
          full(row),
          () -> {
            makeSchema(row);
            session.statement(row.text("text"));
          });
    }
  }

  private void save(String name, Runnable copying) {
    try {
      copying.run();
      saved.add(name);
    } catch (PhotocatException e) {
      refuse(e);
      log.warn("cannot read {}", name, e);
      lost.add(name);
    }
  }

  /** A stop and a full disk are no damage. */
  private static void refuse(PhotocatException e) {
    if (e.kind() == ExitStatus.INTERRUPTED || SqlFailure.isOfFullDisk(e)) {
      throw e;
    }
  }

  private static Map<String, Object> own() {
    return Map.of("own", List.copyOf(OwnSchema.names()));
  }

  private static Map<String, String> table(Row row) {
    return Map.of("table", RescueCopy.name(row));
  }
}
