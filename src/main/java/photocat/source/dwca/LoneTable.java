package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import photocat.model.Cancellation;
import photocat.source.CountedInput;
import photocat.source.ReadProgress;

/** The text of one table that belongs to no archive, read with the same care. */
public final class LoneTable {
  private LoneTable() {}

  /** Opens the text, not packed, from its start; whoever calls it closes it. */
  @FunctionalInterface
  public interface Text {
    /** Opens it once more. */
    InputStream open() throws IOException;
  }

  /**
   * Begins to cut a table into pieces on a thread of its own; the caller closes them.
   *
   * @param name of its file, for messages
   * @param text of its rows, in UTF-8 or with a byte order mark
   * @param table how they are written; it has one file
   * @param progress hears of bytes of the text, whose size nobody knows
   */
  public static PieceReader pieces(
      String name,
      Text text,
      ArchiveTable table,
      PieceRequest request,
      Cancellation cancellation,
      ReadProgress progress) {
    return PieceReader.open(
        new OneFile(name, table.files().get(0), counted(text, progress)),
        table,
        request,
        cancellation);
  }

  private static Text counted(Text text, ReadProgress progress) {
    return () -> new CountedInput(text.open(), bytes -> progress.read(bytes, OptionalLong.empty()));
  }

  /** Returns the cells of the first records, {@code most} at most, up to one that is none. */
  public static List<List<String>> records(Text text, TableDialect dialect, int most)
      throws IOException {
    List<List<String>> found = new ArrayList<>();
    try (InputStream whole = text.open();
        InputStream in = LineEnds.readable(TextInput.of(whole, dialect.encoding()))) {
      Records records = new Records(in, dialect);
      while (found.size() < most
          && records.next()
          && records.flaw(RowWidth.of(records.cells())).isEmpty()) {
        found.add(records.values());
      }
    }
    return found;
  }

  /** Returns {@code text} as UTF-8, as its byte order mark says, with lines that end in feeds. */
  public static InputStream plain(InputStream text) throws IOException {
    return LineEnds.readable(TextInput.of(text, TableDialect.DEFAULTS.encoding()));
  }

  private record OneFile(String name, String path, Text text) implements ArchiveFiles {
    @Override
    public List<String> paths() {
      return List.of(path);
    }

    @Override
    public OptionalLong sizeBytes(String file) {
      return OptionalLong.empty();
    }

    @Override
    public InputStream open(String file) throws IOException {
      return text.open();
    }

    @Override
    public void close() {
      // The text is opened and closed by whoever reads it.
    }
  }
}
