package photocat.source.dwca;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.source.WorkFile;

/**
 * Some rows of one table, in a file without a header: UTF-8, the table's delimiter and quote
 * (written twice inside quotes), a line feed after each row. Each row has as many cells as there
 * are names, is at most 1 MB long and holds no NUL, so that a strict reader takes them all.
 *
 * @param table whose rows these are
 * @param cells the names of all cells in order: those of the table's columns, {@code cell_3} for
 *     one that the archive says nothing of
 * @param path of the file in the archive that has them
 * @param file valid until the reader's next call; belongs to the reader, which deletes it
 * @param rows in the file
 * @param bytes of the file
 * @param oddRows those between them that are no rows of this table
 * @param told of rows that have not as many cells as the header, empty where all have
 */
public record RowPiece(
    ArchiveTable table,
    List<String> cells,
    String path,
    Path file,
    long rows,
    long bytes,
    List<OddRow> oddRows,
    Optional<String> told)
    implements WorkFile {
  /** Copies the lists. */
  public RowPiece {
    cells = List.copyOf(cells);
    oddRows = List.copyOf(oddRows);
  }
}
