package photocat.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Writes attribution rows as CSV: the first column of each row is the slug of its taxon and is not
 * written, the others are. Takes one result or several after another, in which the rows of one
 * taxon come together. All files appear when the last is whole; not one when it is closed before.
 * Not thread-safe; closed by whoever made it.
 */
public final class AttributionFiles implements RowSink, AutoCloseable {
  /** The name of the file in each taxon's folder, as the first users of these files know it. */
  public static final String FILE_IN_FOLDER = "license_manifest.csv";

  private final Outputs outputs;
  private final Target target;
  private final List<CsvFile> begun = new ArrayList<>();
  private final Set<String> taxa = new HashSet<>();
  private List<String> header = List.of();
  private @Nullable CsvFile file;
  private String slug = "";
  private long rows;
  private long files;

  /**
   * What is to be written.
   *
   * @param path the file; with {@code perTaxon} the folder that holds the taxa's folders, in each
   *     of which {@value #FILE_IN_FOLDER} is written
   * @param how whether it may replace what is there; files with the same header are replaced anyway
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  public record Target(Path path, boolean perTaxon, Writing how, boolean spreadsheetSafe) {}

  /** Files at {@code target}, of which nothing is there yet. */
  public AttributionFiles(Outputs outputs, Target target) {
    this.outputs = outputs;
    this.target = target;
  }

  /** Returns the rows written so far. */
  public long rows() {
    return rows;
  }

  /** Returns the files that are there. */
  public long files() {
    return files;
  }

  @Override
  public void columns(List<Column> columns) {
    boolean isFirstResult = header.isEmpty();
    header = columns.stream().skip(1).map(Column::name).toList();
    if (isFirstResult && !target.perTaxon()) {
      begin(target.path());
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    String taxon = String.valueOf(values.get(0));
    CsvFile current = file;
    if (current == null || (target.perTaxon() && !taxon.equals(slug))) {
      if (current != null) {
        current.seal();
      }
      if (!taxa.add(taxon)) {
        throw new IllegalStateException("rows of " + taxon + " come apart");
      }
      slug = taxon;
      current = begin(target.path().resolve(taxon).resolve(FILE_IN_FOLDER));
    }
    current.write(values.subList(1, values.size()));
    rows++;
    return true;
  }

  /** Puts the files under their names; called once, after the last row of the last result. */
  public void finish() {
    if (!begun.isEmpty()) {
      CsvFile.finish(begun);
      files = begun.size();
    }
  }

  /** Throws away what was not finished, the newest first: folders are made by the oldest. */
  @Override
  public void close() {
    for (int i = begun.size() - 1; i >= 0; i--) {
      begun.get(i).close();
    }
  }

  private CsvFile begin(Path path) {
    Writing how = target.how().over(this::hasOurHeader);
    CsvFile next = new CsvFile(outputs.place(path, how), target.spreadsheetSafe());
    begun.add(next);
    file = next;
    next.write(header);
    return next;
  }

  /** Only photocat writes these columns in this order. */
  private boolean hasOurHeader(Path there) {
    char[] first = new char[CsvFile.header(header).length() + 1];
    try (BufferedReader reader = Files.newBufferedReader(there, StandardCharsets.ISO_8859_1)) {
      int read = reader.read(first);
      return String.valueOf(first, 0, Math.max(0, read)).equals(CsvFile.header(header) + "\n");
    } catch (IOException e) {
      return false;
    }
  }
}
