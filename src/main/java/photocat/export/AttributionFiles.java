package photocat.export;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Writes attribution rows as CSV: the first column of each row is the slug of its taxon and is not
 * written, the others are. Takes one result or several after another, in which the rows of one
 * taxon come together. Not thread-safe; closed by whoever made it.
 */
public final class AttributionFiles implements RowSink, AutoCloseable {
  /** The name of the file in each taxon's folder, as the first users of these files know it. */
  public static final String FILE_IN_FOLDER = "license_manifest.csv";

  private final Path target;
  private final boolean perTaxon;
  private List<String> header = List.of();
  private @Nullable CsvFile file;
  private String slug = "";
  private final Set<String> taxa = new HashSet<>();
  private long rows;
  private long files;

  private AttributionFiles(Path target, boolean perTaxon) {
    this.target = target;
    this.perTaxon = perTaxon;
  }

  /** Writes all rows to {@code file}. */
  public static AttributionFiles inOneFile(Path file) {
    return new AttributionFiles(file, false);
  }

  /** Writes the rows of each taxon to {@value #FILE_IN_FOLDER} in {@code folder/{slug}}. */
  public static AttributionFiles perTaxon(Path folder) {
    return new AttributionFiles(folder, true);
  }

  /** Returns the rows written so far. */
  public long rows() {
    return rows;
  }

  /** Returns the files that are whole. */
  public long files() {
    return files;
  }

  @Override
  public void columns(List<Column> columns) {
    boolean isFirstResult = header.isEmpty();
    header = columns.stream().skip(1).map(Column::name).toList();
    if (isFirstResult && !perTaxon) {
      begin(target);
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    String taxon = String.valueOf(values.get(0));
    CsvFile current = file;
    if (current == null || (perTaxon && !taxon.equals(slug))) {
      finish();
      if (!taxa.add(taxon)) {
        throw new IllegalStateException("rows of " + taxon + " come apart");
      }
      slug = taxon;
      current = begin(target.resolve(taxon).resolve(FILE_IN_FOLDER));
    }
    current.write(values.subList(1, values.size()));
    rows++;
    return true;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  private CsvFile begin(Path path) {
    CsvFile begun = CsvFile.open(path);
    file = begun;
    begun.write(header);
    return begun;
  }

  /** Puts the last file under its name; called once, after the last row of the last result. */
  public void finish() {
    if (file != null) {
      file.finish();
      file = null;
      files++;
    }
  }
}
