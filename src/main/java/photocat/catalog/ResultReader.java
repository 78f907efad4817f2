package photocat.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Pushes a result into a sink, with values that need no {@code java.sql}: text, numbers, booleans,
 * {@code java.time}, UUID, {@code byte[]}, and lists and maps of these.
 */
final class ResultReader {
  private ResultReader() {}

  /**
   * Reads until the rows or the sink's patience end.
   *
   * @param stopped asked for each row, since a cancel has no effect while rows are being fetched
   */
  static void read(ResultSet result, RowSink sink, BooleanSupplier stopped) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<Column> columns = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      columns.add(new Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    sink.columns(List.copyOf(columns));
    List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(width, null));
    List<@Nullable Object> view = Collections.unmodifiableList(row);
    boolean wanted = true;
    while (wanted && result.next()) {
      if (stopped.getAsBoolean()) {
        throw new SQLException("INTERRUPT Error: stopped while rows were being read");
      }
      for (int i = 0; i < width; i++) {
        row.set(i, plain(result.getObject(i + 1)));
      }
      wanted = sink.row(view);
    }
    sink.end();
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    } else if (value instanceof OffsetDateTime moment) {
      return moment.withOffsetSameInstant(ZoneOffset.UTC);
    } else if (value instanceof JsonNode json) {
      return json.toString();
    } else if (value instanceof Blob blob) {
      return bytes(blob);
    } else if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    } else if (value instanceof DuckDBStruct struct) {
      return map(struct.getMap());
    } else if (value instanceof Struct struct) {
      return list(struct.getAttributes());
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value;
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    List<@Nullable Object> list = new ArrayList<>(values.length);
    for (Object value : values) {
      list.add(plain(value));
    }
    return list;
  }

  private static Map<Object, @Nullable Object> map(Map<?, ?> values) throws SQLException {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      Object key = plain(entry.getKey());
      map.put(key == null ? "NULL" : key, plain(entry.getValue()));
    }
    return map;
  }

  private static byte[] bytes(Blob blob) throws SQLException {
    try (InputStream in = blob.getBinaryStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new SQLException("cannot read a BLOB value", e);
    }
  }
}
