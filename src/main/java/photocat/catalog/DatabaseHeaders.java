package photocat.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The three headers that a DuckDB file begins with: what kind of file it is, and two that say where
 * its contents are, of which the one with the greater iteration holds. DuckDB writes them in turn,
 * and opens nothing where the checksum of any is wrong.
 */
final class DatabaseHeaders {
  /** A file of DuckDB that is shorter has never held anything. */
  static final int BYTES = 3 * DatabaseHeader.BYTES;

  private static final int IDENTIFIER_AT = 124;
  private static final int IDENTIFIER_BYTES = 16;

  private final DatabaseHeader main;
  private final DatabaseHeader first;
  private final DatabaseHeader second;
  private final long fileBytes;

  private DatabaseHeaders(ByteBuffer bytes, long fileBytes) {
    this.main = DatabaseHeader.at(bytes, 0);
    this.first = DatabaseHeader.at(bytes, 1);
    this.second = DatabaseHeader.at(bytes, 2);
    this.fileBytes = fileBytes;
  }

  /**
   * Headers that DuckDB may open.
   *
   * @param bytes all three
   * @param isNewest whether they lead to all that the file held, rather than to what it held before
   *     the last checkpoint
   */
  record Fixed(ByteBuffer bytes, boolean isNewest) {}

  /** Reads the headers of {@code file}, which must not be open in this process. */
  static DatabaseHeaders of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // A file that ends within its headers has zeros where they lack.
      byte[] bytes = Arrays.copyOf(in.readNBytes(BYTES), BYTES);
      return new DatabaseHeaders(
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), Files.size(file));
    }
  }

  /** Tells whether it is a DuckDB file, though DuckDB itself may no longer know it. */
  boolean areOfDatabase() {
    return main.isWhole() || first.isWhole() || second.isWhole();
  }

  /** Returns what the log of the file begins with, if no header is damaged. */
  LogHeading logHeading() {
    return new LogHeading(
        main.bytes(IDENTIFIER_AT, IDENTIFIER_BYTES),
        Math.max(first.iteration(), second.iteration()));
  }

  /** Returns the number of the first header that is damaged, -1 where none is. */
  int damaged() {
    List<DatabaseHeader> all = List.of(main, first, second);
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isWhole()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the headers as DuckDB may open them, the likeliest first; as they are where none is
   * damaged.
   *
   * @param anyMain the headers of another file that DuckDB has made
   */
  List<Fixed> fixed(DatabaseHeaders anyMain) {
    List<Fixed> fixed = new ArrayList<>();
    for (DatabaseHeader eachMain : mains(anyMain.main)) {
      if (first.isWhole() && second.isWhole()) {
        fixed.add(joined(eachMain, first, second, true));
      } else if (first.isWhole()) {
        second.mended(first, blocks()).forEach(s -> fixed.add(joined(eachMain, first, s, true)));
        fixed.add(joined(eachMain, first, first, isNewest(first, second)));
      } else if (second.isWhole()) {
        first.mended(second, blocks()).forEach(f -> fixed.add(joined(eachMain, f, second, true)));
        fixed.add(joined(eachMain, second, second, isNewest(second, first)));
      }
    }
    return fixed;
  }

  /** Returns headers that lead to what the file held before its last checkpoint. */
  List<Fixed> older(DatabaseHeaders anyMain) {
    List<Fixed> older = new ArrayList<>();
    if (first.isWhole() && second.isWhole() && first.iteration() != second.iteration()) {
      DatabaseHeader before = first.iteration() < second.iteration() ? first : second;
      mains(anyMain.main).forEach(each -> older.add(joined(each, before, before, false)));
    }
    return older;
  }

  /** Only the identifier is the file's own: its log has the same. */
  private List<DatabaseHeader> mains(DatabaseHeader any) {
    if (main.isWhole()) {
      return List.of(main);
    }
    List<DatabaseHeader> mains = new ArrayList<>();
    for (int word = IDENTIFIER_AT / Long.BYTES;
        word * Long.BYTES < IDENTIFIER_AT + IDENTIFIER_BYTES;
        word++) {
      mains.add(any.with(main.solved(word), IDENTIFIER_AT, IDENTIFIER_BYTES));
    }
    mains.add(0, any.with(main, IDENTIFIER_AT, IDENTIFIER_BYTES));
    return mains;
  }

  /** Where the damaged one no longer tells, a file that has grown since tells that it was newer. */
  private boolean isNewest(DatabaseHeader whole, DatabaseHeader damaged) {
    if (damaged.iteration() == whole.iteration() + 1) {
      return false;
    }
    return damaged.iteration() == whole.iteration() - 1 || blocks() <= whole.blocks();
  }

  private long blocks() {
    long blockBytes = (first.isWhole() ? first : second).blockBytes();
    return blockBytes <= 0 ? 0 : Math.max(0, fileBytes - BYTES) / blockBytes;
  }

  private static Fixed joined(
      DatabaseHeader main, DatabaseHeader first, DatabaseHeader second, boolean isNewest) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    List.of(main, first, second).forEach(each -> each.putInto(bytes));
    return new Fixed(bytes.flip(), isNewest);
  }
}
