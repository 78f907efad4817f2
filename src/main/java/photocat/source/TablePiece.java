package photocat.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Some whole rows of one table, in a file of their own that starts with the table's header line:
 * TAB between columns, line feed after rows, bytes as found, no quoting, no escaping, empty = null.
 * The last row of a table may lack its line feed. The line of a row in the table's own file is its
 * line in this file, plus {@code firstLine}, minus 2.
 *
 * @param table whose rows these are
 * @param columns in their order: all of the table's, but for the newest ones in an older bundle,
 *     and between them as {@code column_3} what else the bundle has
 * @param file valid until the reader's next call; belongs to the reader, which deletes it
 * @param firstLine the line in the table's own file of the first row here, 2 or more
 * @param rows lines after the header line, blank ones included, 0 for a table without rows
 * @param bytes size of those lines
 * @param regular whether each row has as many columns as the header, no carriage return, nothing
 *     that is not UTF-8, and at most 1 MB, so that a strict reader takes it; where not, {@link
 *     RowSieve} takes the odd rows out
 * @param last whether the table ends with this piece
 */
public record TablePiece(
    BundleTable table,
    List<String> columns,
    Path file,
    long firstLine,
    long rows,
    long bytes,
    boolean regular,
    boolean last)
    implements WorkFile {
  /** Copies the list. */
  public TablePiece {
    columns = List.copyOf(columns);
  }
}
