package photocat.job.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import photocat.file.OwnFiles;

/** A table as GBIF's downloads have it: TABs between cells, no quotes. One thread at a time. */
final class SearchTable implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** What ends a line, or a row, for somebody who reads the table. */
  private static final Pattern BREAKS =
      Pattern.compile("[\\t\\n\\r\\x00\\x0b\\f\\x85\\u2028\\u2029]+");

  private final List<String> columns;
  private final OutputStream out;
  private final StringBuilder pending = new StringBuilder();

  SearchTable(Path file, Collection<String> columns) throws IOException {
    this.columns = List.copyOf(columns);
    this.out = OwnFiles.make(file);
    write(this.columns);
  }

  void row(Map<String, String> cells) {
    List<String> row = new ArrayList<>(columns.size());
    for (String column : columns) {
      row.add(BREAKS.matcher(cells.getOrDefault(column, "")).replaceAll(" "));
    }
    write(row);
  }

  private void write(List<String> cells) {
    pending.append(String.join("\t", cells)).append('\n');
    if (pending.length() > BUFFER) {
      flush();
    }
  }

  private void flush() {
    try {
      out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
      pending.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
