package photocat.job.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.export.CsvTable;
import photocat.file.OutputPlace;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Writes the observations of a manifest as inat_downloader does. Changes nothing. */
public final class InatDownloaderExport {
  private final Catalog catalog;
  private final Cancellation cancellation;

  /** An export from {@code catalog}, which stays open. */
  public InatDownloaderExport(Catalog catalog, Cancellation cancellation) {
    this.catalog = catalog;
    this.cancellation = cancellation;
  }

  /**
   * Pushes a row for each observation and species into {@code sink}.
   *
   * @return how many there are
   * @throws PhotocatException when there is no such manifest
   */
  public long write(String manifest, RowSink sink) {
    try (Session session = catalog.openSession(cancellation)) {
      if (session.first("export/manifest", Map.of("manifest", manifest), row -> row).isEmpty()) {
        throw PhotocatException.of(
                ExitStatus.FAILED, "cannot export observations: no manifest %s".formatted(manifest))
            .withHint("'manifest list' names those there are");
      }
      Counted counted = new Counted(sink);
      session.query("export/inat_downloader", Map.of("manifest", manifest), counted);
      cancellation.check("the export");
      return counted.rows;
    }
  }

  /**
   * Writes the same as a CSV file, which appears when it is whole.
   *
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  public long writeCsv(String manifest, OutputPlace place, boolean spreadsheetSafe) {
    try (CsvTable file = new CsvTable(place, spreadsheetSafe)) {
      long rows = write(manifest, file);
      file.finish();
      return rows;
    }
  }

  private static final class Counted implements RowSink {
    private final RowSink sink;
    private long rows;

    Counted(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void columns(List<Column> columns) {
      sink.columns(columns);
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      rows++;
      return sink.row(values);
    }
  }
}
