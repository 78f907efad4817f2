package photocat.source.lists;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.model.Amounts;
import photocat.model.Checklist;
import photocat.model.OneLine;
import photocat.model.TaxonKey;

/** Makes rows of names of the cells of one list. Not thread-safe. */
final class ListRows {
  private static final int LONGEST_ROW = 1 << 20;

  private final NameColumns.Role role;
  private final FoundColumns columns;
  private final ChecklistKeys keys;
  private final Consumer<NameRow> rows;
  private long cutKeys;
  private String firstCutKey = "";

  /** Hands those that are not blank throughout to {@code rows}. */
  ListRows(NameColumns.Role role, FoundColumns columns, Consumer<NameRow> rows) {
    this.role = role;
    this.columns = columns;
    this.keys = new ChecklistKeys(columns);
    this.rows = rows;
  }

  void take(long line, List<String> cells) throws IOException {
    long chars = 0;
    boolean isBlank = true;
    for (String cell : cells) {
      chars += cell.length();
      isBlank = isBlank && NameRow.isBlank(cell);
      if (cell.length() > CellText.LONGEST || chars > LONGEST_ROW) {
        throw new IOException(
            "row %d has a cell of more than 64 KB, or is longer than 1 MB".formatted(line));
      }
    }
    if (!isBlank) {
      rows.accept(row(line, cells));
    }
  }

  /** A list of accepted names may give keys to some of them only; the others are known by name. */
  private NameRow row(long line, List<String> cells) {
    if (role == NameColumns.Role.OVERRIDE) {
      return new NameRow(line, columns.key(cells).strip(), columns.name(cells));
    }
    Map<Checklist, String> found = keys.take(line, cells);
    String name = name(cells, found);
    Optional<String> key = TaxonKey.of(columns.key(cells));
    if (key.isEmpty() && TaxonKey.hasLostDigits(columns.key(cells)) && cutKeys++ == 0) {
      firstCutKey = "'%s' in row %d".formatted(OneLine.of(columns.key(cells).strip()), line);
    }
    String known = key.orElse(role.needsKey() ? "" : name.strip());
    boolean isKeyless = columns.key().isPresent() && key.isEmpty();
    NameRow.Details details = columns.details(cells, List.copyOf(found.values()));
    return new NameRow(line, known, name, isKeyless, details);
  }

  /** Where there is no name, a key of a checklist stands for it, which goes into {@code found}. */
  private String name(List<String> cells, Map<Checklist, String> found) {
    String name = columns.name(cells);
    Optional<String> instead = Checklist.keyOf(name);
    instead.ifPresent(
        key ->
            Checklist.of(key.substring(0, key.indexOf(':')))
                .ifPresent(checklist -> found.putIfAbsent(checklist, key)));
    if (instead.isPresent()) {
      return instead.get();
    }
    return columns.areNamesKeys() || TaxonKey.of(name).isEmpty()
        ? found.values().stream().findFirst().orElse(columns.areNamesKeys() ? "" : name)
        : name;
  }

  /** Returns what was read, with what the table itself tells of it. */
  ListFile.Read read(String remark, Stream<String> warnings) {
    String told =
        Stream.of(Stream.of(columns.told()), keys.told().stream(), Stream.of(remark))
            .flatMap(parts -> parts)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return new ListFile.Read(
        told,
        Stream.of(warnings, keys.warnings().stream(), cutKeys().stream())
            .flatMap(some -> some)
            .toList());
  }

  private Optional<String> cutKeys() {
    return cutKeys == 0
        ? Optional.empty()
        : Optional.of(
            "%s lost digits, %s first, and %s none; save the column as text or whole numbers"
                .formatted(
                    Amounts.count(cutKeys, "key has", "keys have"),
                    firstCutKey,
                    cutKeys == 1 ? "is" : "are"));
  }
}
