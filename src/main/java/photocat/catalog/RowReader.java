package photocat.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** Hands each row of a query of ours over by column name, until the reader returns false. */
public final class RowReader implements RowSink {
  private final Predicate<Row> reader;
  private Map<String, Integer> places = Map.of();

  /** Reads rows with {@code reader}, which returns false to stop. */
  public RowReader(Predicate<Row> reader) {
    this.reader = reader;
  }

  @Override
  public void columns(List<Column> columns) {
    places = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      places.put(columns.get(at).name(), at);
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    return reader.test(new Row(places, values));
  }
}
