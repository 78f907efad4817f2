package photocat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one result as they come, so that a result of any size fits. Called by one
 * thread: {@link #columns} once, {@link #row} for each row, {@link #end} once unless reading
 * failed.
 */
public interface RowSink {
  /** Announces the columns; called once, before any row, also for a result without rows. */
  void columns(List<Column> columns);

  /**
   * Takes one row, with a value (null for SQL NULL) for each column. Values are the JDBC driver's
   * objects. The list is valid during the call only.
   *
   * @return false to stop reading; {@link #end} is called all the same
   */
  boolean row(List<@Nullable Object> values);

  /** Says that there are no more rows. */
  default void end() {}
}
