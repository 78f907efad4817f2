package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** Runs SQL that a test needs beside what it tests. */
public final class TestSql {
  private TestSql() {}

  /** Runs one statement and returns its rows, values joined by {@code |}. */
  public static List<String> rows(Session session, String sql) {
    List<String> rows = new ArrayList<>();
    session.execute(
        sql,
        List.of(),
        new RowSink() {
          @Override
          public void columns(List<Column> columns) {}

          @Override
          public boolean row(List<@Nullable Object> values) {
            return rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
          }
        });
    return rows;
  }

  /** The same in a session of its own. */
  public static List<String> rows(Catalog catalog, String sql) {
    try (Session session = catalog.openSession()) {
      return rows(session, sql);
    }
  }
}
