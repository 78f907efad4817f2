package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** The first rows of a result, so that they can be drawn again. */
public final class KeptResult {
  static final int MOST_ROWS = 10_000;

  private final List<Column> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private boolean isWhole = true;

  KeptResult(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Keeps a copy of {@code values} while there is room. */
  void add(List<@Nullable Object> values) {
    if (rows.size() < MOST_ROWS) {
      rows.add(new ArrayList<>(values));
    } else {
      isWhole = false;
    }
  }

  /** Says that rows were left out. */
  void cut() {
    isWhole = false;
  }

  /** Tells whether every row of the result is here. */
  boolean isWhole() {
    return isWhole;
  }

  /** Returns the columns of the rows that are kept. */
  public List<Column> columns() {
    return columns;
  }

  List<List<@Nullable Object>> rows() {
    return rows;
  }

  void replay(RowSink sink) {
    sink.columns(columns);
    for (List<@Nullable Object> row : rows) {
      if (!sink.row(row)) {
        break;
      }
    }
    sink.end();
  }
}
