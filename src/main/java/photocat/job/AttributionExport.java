package photocat.job;

import java.nio.file.Path;
import java.util.Map;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.export.AttributionFiles;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** Writes who is to be credited for the photos of a manifest, and under which licence. */
public final class AttributionExport {
  /** Photos read at once; their sort fits into the least memory that a catalogue may have. */
  private static final long SLICE_ROWS = 100_000;

  private final Catalog catalog;

  /** An export from {@code catalog}, which stays open. */
  public AttributionExport(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What was written. */
  public record Written(long photos, long files) {}

  /**
   * Writes one CSV file, or one in each taxon's folder. A file is replaced when the new one is
   * whole.
   *
   * @param manifest name of the manifest
   * @param target the file; with {@code perTaxon} the folder that holds the taxa's folders
   * @throws PhotocatException when there is no such manifest, its taxa have no folders, or the
   *     target cannot be written
   */
  public Written write(String manifest, Path target, boolean perTaxon) {
    try (Session session = catalog.openSession();
        AttributionFiles files =
            perTaxon ? AttributionFiles.perTaxon(target) : AttributionFiles.inOneFile(target)) {
      Row asked =
          session
              .first("export/manifest", Map.of("manifest", manifest), row -> row)
              .orElseThrow(() -> unknown(manifest));
      if (perTaxon) {
        requireFolders(manifest, asked.text("layout"));
      }
      long photos = asked.number("photos");
      for (long first = 1; first <= photos; first += SLICE_ROWS) {
        long last = first + SLICE_ROWS - 1;
        session.query(
            "export/attribution",
            Map.of("manifest", manifest, "first", first, "last", last),
            files);
      }
      files.finish();
      return new Written(files.rows(), files.files());
    }
  }

  private static void requireFolders(String manifest, String layout) {
    if (!layout.equals("taxon")) {
      throw PhotocatException.of(
              Kind.FAILED,
              ("cannot export attribution of %s for each taxon: its photos lie in no folders of"
                      + " taxa (layout %s)")
                  .formatted(manifest, layout))
          .withHint(
              "leave out --per-taxon; the column file_name leads from each photo to its file");
    }
  }

  private static PhotocatException unknown(String manifest) {
    return PhotocatException.of(
            Kind.FAILED, "cannot export attribution: no manifest %s".formatted(manifest))
        .withHint("'manifest list' names those there are");
  }
}
