package photocat.source.dwca;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What DuckDB makes of pieces, read as the statements of the pipeline read them. */
public final class LoadedRows {
  private final Connection database;

  /** Opens a database in memory. */
  public LoadedRows() {
    try {
      database = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the cells of each row, empty ones as empty texts.
   *
   * @param isNumbered whether the line is the first cell
   */
  public List<List<String>> of(RowPiece piece, boolean isNumbered) throws SQLException {
    int cells = piece.cells().size() + (isNumbered ? 1 : 0);
    String columns =
        IntStream.range(0, cells)
            .mapToObj(at -> "'c%d': 'VARCHAR'".formatted(at))
            .collect(joining(", ", "{", "}"));
    String sql =
        """
        SELECT * FROM read_csv($1, auto_detect = false, header = false, delim = $2, quote = $3,
            escape = $3, new_line = '\\n', columns = %s)
        """
            .formatted(columns);
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, piece.file().toString());
      statement.setString(2, String.valueOf(piece.table().dialect().delimiter()));
      statement.setString(3, piece.table().dialect().quote().map(String::valueOf).orElse(""));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int at = 1; at <= cells; at++) {
            String cell = result.getString(at);
            row.add(cell == null ? "" : cell);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
