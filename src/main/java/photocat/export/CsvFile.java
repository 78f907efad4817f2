package photocat.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.file.OutputFile;
import photocat.file.OutputPlace;
import photocat.model.CsvText;
import photocat.model.SpreadsheetText;
import photocat.model.ValueText;

/** A CSV file (RFC 4180, UTF-8, line feeds) that appears when it is finished. Not thread-safe. */
final class CsvFile implements AutoCloseable {
  private final OutputPlace place;
  private final OutputFile file;
  private final boolean spreadsheetSafe;
  private final StringBuilder line = new StringBuilder();

  /**
   * Begins a file.
   *
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  CsvFile(OutputPlace place, boolean spreadsheetSafe) {
    this.place = place;
    this.file = OutputFile.open(place);
    this.spreadsheetSafe = spreadsheetSafe;
  }

  /** Returns the line that these names are the header of, without its end. */
  static String header(List<String> names) {
    StringBuilder header = new StringBuilder();
    names.forEach(name -> CsvText.append(header.append(header.isEmpty() ? "" : ","), name));
    return header.toString();
  }

  /**
   * Writes one line; null is an empty field. A line without any character would be lost: readers
   * skip blank lines.
   */
  void write(List<? extends @Nullable Object> values) {
    line.setLength(0);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (i > 0) {
        line.append(',');
      }
      if (value != null) {
        CsvText.append(line, text(value));
      }
    }
    try {
      file.writer().append((line.isEmpty() ? line.append("\"\"") : line).append('\n'));
    } catch (IOException e) {
      throw place.how().failure(place.named(), e);
    }
  }

  /** Lets go of the file, to which no more is written, until it is finished. */
  void seal() {
    try {
      file.seal();
    } catch (IOException e) {
      throw place.how().failure(place.named(), e);
    }
  }

  /** Puts whole files under their names. */
  static void finish(List<CsvFile> files) {
    try {
      OutputFile.finish(files.stream().map(each -> each.file).toList());
    } catch (IOException e) {
      OutputPlace first = files.get(0).place;
      throw first.how().failure(first.named(), e);
    }
  }

  /** Throws away what was not finished. */
  @Override
  public void close() {
    file.close();
  }

  /** Numbers are never formulas. */
  private String text(Object value) {
    String text = ValueText.of(value);
    return spreadsheetSafe && !(value instanceof Number) ? SpreadsheetText.of(text) : text;
  }
}
