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

/** Each line of a table of the bundle is one row to DuckDB, also where it was taken out before. */
public final class RowSieveFuzz {
  private static final String HEADER = String.join("\t", BundleTable.PHOTOS.columns()) + "\n";
  private static final String READ =
      """
      SELECT count(*), max(hash(COLUMNS(*)))
      FROM read_csv('%s', auto_detect = false, header = true, delim = '\\t', quote = '',
          escape = '', new_line = '\\n', ignore_errors = %s,
          force_not_null = ['photo_id', 'observation_uuid'],
          columns = {photo_uuid: '%3$s', photo_id: '%4$s', observation_uuid: '%3$s',
          observer_id: '%4$s', extension: 'VARCHAR', license: 'VARCHAR', width: '%4$s',
          height: '%4$s', position: '%4$s'})
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
    assertThat(read(piece.file(), false, "VARCHAR", "VARCHAR")).isEqualTo(lines);
    assertThat(read(piece.file(), true, "UUID", "BIGINT")).isBetween(0L, lines - odd.size());
  }

  private static long read(Path file, boolean leniently, String uuid, String number)
      throws SQLException {
    try (ResultSet result = DATABASE.executeQuery(READ.formatted(file, leniently, uuid, number))) {
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
