package photocat.source.dwca;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows of one file of a table, as they come: UTF-8, the table's delimiter and quote (written twice
 * inside quotes), a line feed after each row. Each row has as many cells as there are names, is at
 * most 1 MB long and holds no NUL, so that a strict reader takes them all. Thread-safe.
 */
public final class RowStream {
  private final ArchiveTable table;
  private final List<String> cells;
  private final String path;
  private final RowPipes pipes;
  private final AtomicLong rows = new AtomicLong();
  private final CompletableFuture<List<OddRow>> oddRows = new CompletableFuture<>();

  private volatile Optional<String> told = Optional.empty();

  RowStream(ArchiveTable table, List<String> cells, String path, RowPipes pipes) {
    this.table = table;
    this.cells = List.copyOf(cells);
    this.path = path;
    this.pipes = pipes;
  }

  /** Returns the table whose rows these are. */
  public ArchiveTable table() {
    return table;
  }

  /**
   * Returns the names of all cells in order: those of the table's columns, {@code cell_3} for one
   * that the archive says nothing of.
   */
  public List<String> cells() {
    return cells;
  }

  /** Returns the path of the file in the archive that has them. */
  public String path() {
    return path;
  }

  /** Returns what is read as files, side by side or one after another, each of them once. */
  public List<Path> pipes() {
    return pipes.paths();
  }

  /** Returns how many rows have been passed on so far. */
  public long rows() {
    return rows.get();
  }

  /**
   * Returns those between them that are no rows of this table. Called once the pipes have been
   * read: what nobody has read is passed over.
   *
   * @throws photocat.model.PhotocatException when the archive could not be read so far
   */
  public List<OddRow> oddRows() {
    pipes.release();
    try {
      return oddRows.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Returns what is told of rows that have not as many cells as the header, once all are read. */
  public Optional<String> told() {
    return told;
  }

  /**
   * Does not wait: has the archive been readable until now?
   *
   * @throws photocat.model.PhotocatException when it has not
   */
  public void checkReadable() {
    if (oddRows.isCompletedExceptionally()) {
      oddRows();
    }
  }

  /** Passes rows on until the end of {@code text}, when it returns false, or enough are odd. */
  boolean fill(TableText text) throws IOException, InterruptedException {
    RowSorter sorter = new RowSorter(table.dialect(), text.width());
    boolean more = true;
    while (sorter.isRoomy() && (more = text.next())) {
      sorter.add(text.record(), this::pass);
    }
    pipes.end();
    told = sorter.told();
    oddRows.complete(List.copyOf(sorter.odd()));
    return more;
  }

  private void pass(byte[] source, int from, int to) throws InterruptedException {
    pipes.row(source, from, to);
    rows.incrementAndGet();
  }

  /** Ends it where it is: whoever waits for rows finds their end, and then is told. */
  void fail(Throwable reason) {
    oddRows.completeExceptionally(reason);
    pipes.close();
  }
}
