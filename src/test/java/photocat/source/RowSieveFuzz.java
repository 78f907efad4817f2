package photocat.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.FuzzInput;

/** Each line of a table of the bundle is loaded or rejected by DuckDB, or taken out before. */
public final class RowSieveFuzz {
  private static final String HEADER = String.join("\t", BundleTable.PHOTOS.columns()) + "\n";
  private static final String LOAD =
      """
      SELECT count(*) FROM read_csv('%s', auto_detect = false, header = true, delim = '\\t',
          quote = '', escape = '', new_line = '\\n', store_rejects = true,
          force_not_null = ['photo_id', 'observation_uuid'],
          columns = {photo_uuid: 'UUID', photo_id: 'BIGINT', observation_uuid: 'UUID',
          observer_id: 'INTEGER', extension: 'VARCHAR', license: 'VARCHAR', width: 'INTEGER',
          height: 'INTEGER', position: 'INTEGER'})
      """;
  private static final Statement DATABASE = open();

  private RowSieveFuzz() {}

  public static void fuzzerTestOneInput(byte[] data)
      throws IOException, InterruptedException, SQLException {
    String rows = new String(FuzzInput.bytes(data), ISO_8859_1);
    long lines = rows.chars().filter(character -> character == '\n').count();
    boolean isOpen = !rows.isEmpty() && !rows.endsWith("\n");
    PieceHandover<TablePiece> handover = new PieceHandover<>(Optional.of(FuzzInput.workFolder()));
    try {
      new PieceCutter(handover, Long.MAX_VALUE, new BundleMeter((bytes, total) -> {}))
          .table(
              BundleTable.PHOTOS, new ByteArrayInputStream((HEADER + rows).getBytes(ISO_8859_1)));
      check(handover.next().orElseThrow(), lines + (isOpen ? 1 : 0));
    } finally {
      handover.left();
      handover.clear();
    }
  }

  private static void check(TablePiece piece, long lines) throws SQLException {
    assertThat(piece.rows()).isEqualTo(lines);
    List<Long> odd = new ArrayList<>();
    if (!piece.regular()) {
      RowSieve.sieve(
          piece,
          (line, row, reason) -> {
            odd.add(line);
            FuzzInput.checkShown(reason);
          });
    }
    assertThat(odd).doesNotHaveDuplicates();
    assertThat(loaded(piece.file()) + rejected()).isEqualTo(lines);
  }

  private static long loaded(Path file) throws SQLException {
    return number(LOAD.formatted(file));
  }

  private static long rejected() throws SQLException {
    long rejected = number("SELECT count(DISTINCT line) FROM reject_errors");
    DATABASE.execute("DROP TABLE reject_errors");
    DATABASE.execute("DROP TABLE reject_scans");
    return rejected;
  }

  private static long number(String query) throws SQLException {
    try (ResultSet result = DATABASE.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static Statement open() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      return connection.createStatement();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
