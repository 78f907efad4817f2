package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** Tells the tables of an archive without a meta.xml by the words of their headers. */
final class HeaderTables {
  private static final Set<String> TEXT_ENDINGS = Set.of("txt", "csv", "tsv", "tab", "gz");
  private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

  /** Beside an identifier each of these makes media of rows that name no taxon. */
  private static final Set<String> MEDIA_WORDS =
      Set.of("format", "type", "license", "creator", "rightsHolder", "references", "title");

  /** By one of these, the first that there is, rows belong to the core. */
  private static final List<String> KEYS =
      List.of("gbifID", "id", "coreid", "_coreid", "occurrenceID", "eventID", "taxonID");

  private final ArchiveFiles files;
  private final String root;
  private final List<ArchiveTable> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private HeaderTables(ArchiveFiles files, String root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Reads the headers of the text files in the folder {@code root} of the archive.
   *
   * @param root empty or ending with {@code /}
   * @throws PhotocatException when none is a table of occurrences, events or taxa
   */
  static ArchiveDescriptor read(ArchiveFiles files, String root) throws IOException {
    return new HeaderTables(files, root).read();
  }

  private ArchiveDescriptor read() throws IOException {
    for (String path : files.paths()) {
      if (isText(path)) {
        table(path);
      }
    }
    Optional<String> unread =
        UnreadTables.told(files, files.paths().stream().filter(path -> !isText(path)).toList());
    unread.ifPresent(notes::add);
    ArchiveTable core =
        tables.stream()
            .filter(table -> isCore(table.kind()))
            .min(Comparator.comparing(ArchiveTable::kind).thenComparing(HeaderTables::isVerbatim))
            .orElseThrow(() -> noCore(unread));
    List<ArchiveTable> extensions =
        tables.stream().filter(table -> !table.equals(core) && table.keyIndex() >= 0).toList();
    for (ArchiveTable table : tables) {
      if (!table.equals(core) && table.keyIndex() < 0) {
        notes.add(
            "passed over %s, which has no column of keys".formatted(shown(table.files().get(0))));
      }
    }
    return new ArchiveDescriptor(
        new ArchiveTable(
            core.kind(), "", true, core.files(), core.dialect(), core.keyIndex(), core.columns()),
        extensions,
        Optional.empty(),
        notes);
  }

  private boolean isText(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean here = path.equals(root + path.substring(path.lastIndexOf('/') + 1));
    boolean alone = files.paths().size() == 1;
    boolean text = alone || TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    // GBIF's lists of licences and citations have no header.
    return here && text && !name.equals("rights.txt") && !name.equals("citations.txt");
  }

  private static boolean isCore(RowKind kind) {
    return kind == RowKind.OCCURRENCE || kind == RowKind.EVENT || kind == RowKind.TAXON;
  }

  /** GBIF's {@code verbatim.txt} has the rows of {@code occurrence.txt} once more. */
  private static boolean isVerbatim(ArchiveTable table) {
    return table.files().get(0).toLowerCase(Locale.ROOT).contains("verbatim");
  }

  private void table(String path) throws IOException {
    List<String> words = List.of();
    TableDialect dialect = TableDialect.DEFAULTS;
    for (char delimiter : DELIMITERS) {
      TableDialect tried = dialect(delimiter);
      List<String> found = header(path, tried);
      if (found.size() > words.size()) {
        words = found;
        dialect = tried;
      }
    }
    List<String> terms = words.stream().map(word -> Term.ofHeader(word).orElse("")).toList();
    RowKind kind = kind(terms);
    if (terms.stream().filter(term -> !term.isEmpty()).count() < 2) {
      notes.add("passed over %s, whose header has no terms of Darwin Core".formatted(shown(path)));
      return;
    }
    List<ArchiveColumn> columns = columns(words, terms);
    tables.add(new ArchiveTable(kind, "", false, List.of(path), dialect, key(columns), columns));
  }

  /** GBIF writes quotes as they are, between TABs; whoever writes commas needs quotes. */
  private static TableDialect dialect(char delimiter) {
    Optional<Character> quote = delimiter == '\t' ? Optional.empty() : Optional.of('"');
    return new TableDialect(delimiter, quote, StandardCharsets.UTF_8, 1, "");
  }

  private List<String> header(String path, TableDialect dialect) throws IOException {
    try (InputStream file = files.open(path);
        InputStream text = LineEnds.readable(TextInput.of(file, dialect.encoding()))) {
      Records records = new Records(text, dialect);
      boolean isHeader = records.next() && records.flaw(RowWidth.of(records.cells())).isEmpty();
      return isHeader ? records.values() : List.of();
    }
  }

  private static List<ArchiveColumn> columns(List<String> words, List<String> terms) {
    ColumnNames names = new ColumnNames();
    List<ArchiveColumn> columns = new ArrayList<>();
    for (int index = 0; index < words.size(); index++) {
      if (words.get(index).isBlank()) {
        // Called by its place, as what no meta.xml tells of.
        continue;
      }
      String term = terms.get(index);
      String name = names.take(term.isEmpty() ? words.get(index) : Term.nameOf(term));
      columns.add(new ArchiveColumn(name, term, index, null));
    }
    return columns;
  }

  private static int key(List<ArchiveColumn> columns) {
    for (String key : KEYS) {
      for (ArchiveColumn column : columns) {
        if (column.name().equalsIgnoreCase(key)) {
          return column.index();
        }
      }
    }
    return -1;
  }

  private static RowKind kind(List<String> terms) {
    Set<String> names =
        terms.stream().map(Term::nameOf).collect(Collectors.toCollection(HashSet::new));
    boolean media = names.contains("identifier") && MEDIA_WORDS.stream().anyMatch(names::contains);
    if (names.contains("accessURI")) {
      return RowKind.AUDIOVISUAL;
    }
    if (media && !names.contains("basisOfRecord") && !names.contains("scientificName")) {
      return RowKind.MULTIMEDIA;
    }
    if (names.contains("basisOfRecord")
        || names.contains("occurrenceID")
        || (names.contains("gbifID") && names.contains("scientificName"))) {
      return RowKind.OCCURRENCE;
    }
    if (names.contains("eventID")
        && (names.contains("eventDate") || names.contains("samplingProtocol"))) {
      return RowKind.EVENT;
    }
    boolean taxon = names.contains("scientificName") && names.contains("taxonRank");
    return taxon ? RowKind.TAXON : RowKind.OTHER;
  }

  private static String shown(String path) {
    return "'" + OneLine.of(path) + "'";
  }

  private PhotocatException noCore(Optional<String> unread) {
    String found =
        files.paths().stream().limit(5).map(HeaderTables::shown).collect(Collectors.joining(", "));
    return PhotocatException.of(
            ExitStatus.FAILED,
            "it has no meta.xml, and no table of occurrences, events or taxa by its header;"
                + " it holds "
                + (found.isEmpty() ? "nothing" : found + (files.paths().size() > 5 ? ", …" : "")))
        .withHint(
            unread.orElse(
                "the header needs terms of Darwin Core, such as occurrenceID and basisOfRecord"));
  }
}
