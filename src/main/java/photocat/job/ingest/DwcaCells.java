package photocat.job.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.source.dwca.ArchiveColumn;
import photocat.source.dwca.RowStream;
import photocat.sql.Quoted;

/** The cells of an extension's rows, each with its name, in the words of SQL. */
final class DwcaCells {
  private DwcaCells() {}

  /** Returns what {@code sources/dwca/load_extension_rows.sql} leaves open. */
  static Map<String, String> holes(RowStream stream, String where) {
    DwcaScan scan = new DwcaScan(stream);
    String entries =
        scan.columns().stream()
            .filter(column -> !isKeyAlone(column, stream))
            .map(
                column ->
                    "{'key': %s, 'value': %s}"
                        .formatted(Quoted.text(column.name()), scan.cell(column)))
            .collect(Collectors.joining(",\n            ", "[", "]"));
    // There may be none, of which DuckDB would not know the type.
    return scan.holes(
        List.of(entries + "::STRUCT(\"key\" VARCHAR, \"value\" VARCHAR)[] AS entries"), where);
  }

  /** The key is there as {@code core_id}; it is a cell too where the archive names it by a term. */
  private static boolean isKeyAlone(ArchiveColumn column, RowStream stream) {
    return column.index() == stream.table().keyIndex() && column.term().isEmpty();
  }
}
