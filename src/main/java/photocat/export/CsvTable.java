package photocat.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.file.OutputPlace;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Writes one result as a CSV file with a header. The file appears when it is finished, and leaves
 * nothing when it is closed before. Not thread-safe; closed by whoever made it.
 */
public final class CsvTable implements RowSink, AutoCloseable {
  private final CsvFile file;

  /**
   * Begins a file.
   *
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  public CsvTable(OutputPlace place, boolean spreadsheetSafe) {
    this.file = new CsvFile(place, spreadsheetSafe);
  }

  @Override
  public void columns(List<Column> columns) {
    file.write(columns.stream().map(Column::name).toList());
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    file.write(values);
    return true;
  }

  /** Puts the whole file under its name. */
  public void finish() {
    CsvFile.finish(List.of(file));
  }

  @Override
  public void close() {
    file.close();
  }
}
