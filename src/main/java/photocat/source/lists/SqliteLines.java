package photocat.source.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import photocat.model.OneLine;

/** Rows of a query as lines: the number of the row, a unit separator and a JSON object of texts. */
final class SqliteLines extends InputStream {
  private static final int CHUNK_CHARS = 1 << 18;

  private final Connection database;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> names;
  private byte[] chunk = {};
  private int at;
  private long row;
  private boolean ended;

  /** Closes {@code database} with itself. */
  SqliteLines(Connection database, String query, List<String> names) throws SQLException {
    this.database = database;
    this.statement = database.createStatement();
    this.rows = statement.executeQuery(query);
    this.names = names;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == chunk.length && !ended && length > 0) {
      fill();
    }
    if (at == chunk.length && length > 0) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  private void fill() throws IOException {
    StringBuilder made = new StringBuilder();
    try {
      while (made.length() < CHUNK_CHARS && !ended) {
        ended = !rows.next();
        if (!ended) {
          add(made);
        }
      }
    } catch (SQLException e) {
      throw new IOException("SQLite says: " + OneLine.of(String.valueOf(e.getMessage())), e);
    }
    chunk = made.toString().getBytes(StandardCharsets.UTF_8);
    at = 0;
  }

  private void add(StringBuilder made) throws SQLException {
    made.append(++row).append('\u001f');
    char before = '{';
    for (int i = 0; i < names.size(); i++) {
      made.append(before);
      quote(names.get(i), made);
      made.append(':');
      String cell = rows.getString(i + 1);
      if (cell == null) {
        made.append("null");
      } else {
        quote(cell, made);
      }
      before = ',';
    }
    made.append("}\n");
  }

  private static void quote(String value, StringBuilder made) {
    made.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        made.append('\\').append(character);
      } else if (character < ' ') {
        made.append("\\u%04x".formatted((int) character));
      } else {
        made.append(character);
      }
    }
    made.append('"');
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
      statement.close();
      database.close();
    } catch (SQLException e) {
      throw new IOException("SQLite says: " + OneLine.of(String.valueOf(e.getMessage())), e);
    }
  }
}
