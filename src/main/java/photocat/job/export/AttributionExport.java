package photocat.job.export;

import java.nio.file.Path;
import java.util.Map;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.export.AttributionFiles;
import photocat.export.AttributionRows;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.job.Layout;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Writes who is to be credited for the photos of a manifest, and under which licence. */
public final class AttributionExport {
  /** Photos read at once; their sort fits into the least memory that a catalogue may have. */
  private static final long SLICE_ROWS = 100_000;

  private static final String ROWS = "export/attribution";

  private final Catalog catalog;
  private final Outputs outputs;
  private final CreditForm form;
  private final Cancellation cancellation;

  /** An export from {@code catalog}, which stays open, to files of {@code outputs}. */
  public AttributionExport(
      Catalog catalog, Outputs outputs, CreditForm form, Cancellation cancellation) {
    this.catalog = catalog;
    this.outputs = outputs;
    this.form = form;
    this.cancellation = cancellation;
  }

  /** What was written. */
  public record Written(long photos, long files) {}

  /**
   * Where it goes.
   *
   * @param path the file; with {@code perTaxon} the folder that holds the taxa's folders
   * @param perTaxon whether each taxon's folder gets a file of its own
   * @param how whether it may replace what is there; what an earlier export wrote is replaced
   *     anyway
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  public record Target(Path path, boolean perTaxon, Writing how, boolean spreadsheetSafe) {
    private AttributionFiles open(Outputs outputs) {
      return new AttributionFiles(
          outputs, new AttributionFiles.Target(path, perTaxon, how, spreadsheetSafe));
    }
  }

  /**
   * Writes one CSV file, or one in each taxon's folder. All are there when the last is whole.
   *
   * @param manifest name of the manifest
   * @throws PhotocatException when there is no such manifest, its taxa have no folders, or the
   *     target cannot be written
   */
  public Written write(String manifest, Target target) {
    try (Session session = catalog.openSession(cancellation);
        AttributionFiles files = target.open(outputs)) {
      Row asked = manifest(session, manifest);
      if (target.perTaxon()) {
        requireFolders(manifest, asked.text("layout"));
      }
      read(session, manifest, asked, files);
      cancellation.check("the export");
      files.finish();
      return new Written(files.rows(), files.files());
    }
  }

  /** Pushes the same rows, each as one file would hold it, into {@code sink}. */
  public void write(String manifest, RowSink sink) {
    try (Session session = catalog.openSession(cancellation)) {
      read(session, manifest, manifest(session, manifest), new AttributionRows(sink));
      sink.end();
    }
  }

  /**
   * Fails now if the target could not be written later.
   *
   * @throws PhotocatException when it cannot be written
   */
  public void requireWritable(Target target) {
    try (Session session = catalog.openSession(cancellation);
        AttributionFiles files = target.open(outputs)) {
      session.query(ROWS, slice("", 1, 0), files);
    }
  }

  private static Row manifest(Session session, String manifest) {
    return session
        .first("export/manifest", Map.of("manifest", manifest), row -> row)
        .orElseThrow(() -> unknown(manifest));
  }

  private void read(Session session, String manifest, Row asked, RowSink sink) {
    long photos = asked.number("photos");
    for (long first = 1; first <= photos; first += SLICE_ROWS) {
      session.query(ROWS, slice(manifest, first, first + SLICE_ROWS - 1), sink);
    }
  }

  private Map<String, Object> slice(String manifest, long first, long last) {
    return Map.of(
        "manifest", manifest, "first", first, "last", last, "credit_form", form.toString());
  }

  private static void requireFolders(String manifest, String layout) {
    if (Layout.of(layout).filter(Layout::hasTaxonFolders).isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              ("cannot export attribution of %s for each taxon: its photos lie in no folders of"
                      + " taxa (layout %s)")
                  .formatted(manifest, layout))
          .withHint(
              "leave out --per-taxon; the column file_name leads from each photo to its file");
    }
  }

  private static PhotocatException unknown(String manifest) {
    return PhotocatException.of(
            ExitStatus.FAILED, "cannot export attribution: no manifest %s".formatted(manifest))
        .withHint("'manifest list' names those there are");
  }
}
