package photocat.source.lists;

import java.io.IOException;
import java.util.List;

/** A table with a header in a file; read once, from its first row on. */
interface ListTable {
  /** Returns what its columns are called. */
  List<String> headers();

  /** Returns whether it is a plain list: one column, without a header. */
  default boolean isPlain() {
    return false;
  }

  /** Returns what to try where its columns are not those of a list; may be empty. */
  default String elsewhere() {
    return "";
  }

  /** Returns what was understood of its header that is not plain to see; may be empty. */
  default String remark() {
    return "";
  }

  /** Returns whether a delimiter too many moves the cells of a row. */
  default boolean mayShift() {
    return false;
  }

  /** Returns what the user should know of the rows that were read, a line each. */
  default List<String> warnings() {
    return List.of();
  }

  /** Hands over every row in order. */
  void read(Taker rows) throws IOException;

  /** Takes rows. */
  interface Taker {
    /**
     * Takes one row.
     *
     * @param line its number, the first after the header being 1
     * @param cells their texts; cells at the end may be lacking
     */
    void take(long line, List<String> cells) throws IOException;
  }
}
