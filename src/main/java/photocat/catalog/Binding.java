package photocat.catalog;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Binds values; the one place that knows what the driver refuses. */
final class Binding {
  private Binding() {}

  static void bind(
      DuckDBConnection connection,
      PreparedStatement statement,
      List<? extends @Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, accepted(connection, values.get(i)));
    }
  }

  private static @Nullable Object accepted(DuckDBConnection connection, @Nullable Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    } else if (value instanceof Duration duration) {
      return duration.toMillis();
    } else if (value instanceof Path || value instanceof Enum<?>) {
      return value.toString();
    } else if (value instanceof Collection<?> collection) {
      boolean whole =
          !collection.isEmpty() && collection.stream().allMatch(Integer.class::isInstance);
      String element = whole ? "INTEGER" : "VARCHAR";
      return connection.createArrayOf(element, collection.toArray());
    }
    return value;
  }
}
