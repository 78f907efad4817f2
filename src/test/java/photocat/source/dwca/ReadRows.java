package photocat.source.dwca;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an archive's table gave. */
record ReadRows(List<List<String>> rows, List<OddRow> odd) {
  static ReadRows ofCore(Path archive) {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      return of(reader, reader.descriptor().core());
    }
  }

  static ReadRows of(ArchiveReader reader, ArchiveTable table) {
    List<List<String>> rows = new ArrayList<>();
    List<OddRow> odd = new ArrayList<>();
    reader.rows(table, rows::add, odd::add);
    return new ReadRows(rows, odd);
  }

  List<String> reasons() {
    return odd.stream().map(row -> row.line() + ": " + row.reason()).toList();
  }
}
