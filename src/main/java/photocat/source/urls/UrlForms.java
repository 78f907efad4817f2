package photocat.source.urls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.GzipInput;
import photocat.source.dwca.ArchiveColumn;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.LoneTable;
import photocat.source.dwca.RowKind;
import photocat.source.dwca.TableDialect;
import photocat.source.lists.SqliteRows;
import photocat.source.urls.UrlFile.Form;

/** Tells by its first bytes what form a file of addresses has, whatever its name says. */
final class UrlForms {
  /** What no line of JSON holds. */
  static final char SEPARATOR = '\u001f';

  private static final int HEAD_BYTES = 1 << 16;
  private static final String FORMS =
      "give a text, JSON, Parquet or SQLite file; text may be packed with gzip";

  /** In ISO 8859-1. */
  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "PK\3\4", "a zip archive or a workbook",
          "7z\u00bc\u00af", "a 7z archive",
          "\u00fd7zXZ", "an xz file",
          "BZh", "a bzip2 file",
          "(\u00b5/\u00fd", "a zstd file",
          "%PDF", "a PDF",
          "ARROW1", "an Arrow file");

  private UrlForms() {}

  static UrlFile open(Path path, Map<UrlRole, String> named, Optional<String> sqliteTable)
      throws IOException {
    String raw = head(Files.newInputStream(path));
    boolean isSqlite = raw.startsWith("SQLite format 3\0");
    if (sqliteTable.isPresent() && !isSqlite) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is no SQLite database")
          .withHint("leave out --table");
    }
    if (raw.isEmpty()) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is empty");
    }
    if (raw.startsWith("PAR1")) {
      return new UrlFile(path, Form.PARQUET, List.of(), Optional.empty(), Optional.empty());
    }
    if (isSqlite) {
      SqliteRows.check(path, sqliteTable);
      return lines(path, Form.ITEMS, () -> SqliteRows.open(path, sqliteTable));
    }
    refuseOthers(raw);
    LoneTable.Text text = () -> inflated(path);
    String head = plainHead(text);
    if (head.isBlank()) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is empty");
    }
    if (head.indexOf('\0') >= 0 && head.indexOf('\0') < firstBreak(head)) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "it holds NULs: no text, or UTF-16 without a byte order mark")
          .withHint("save it as UTF-8");
    }
    refuseMarkup(head);
    return ofText(path, text, head, named);
  }

  private static UrlFile ofText(
      Path path, LoneTable.Text text, String head, Map<UrlRole, String> named) throws IOException {
    String start = head.stripLeading();
    if (start.matches("(?s)\\[\\s*([{\"\\]].*)?")) {
      return lines(path, Form.ITEMS, () -> new JsonItems(LoneTable.plain(text.open())));
    }
    if (start.matches("(?s)\\{\\s*(\".*|}.*)?")) {
      return JsonShape.isWhole(start.lines().findFirst().orElse(""))
          ? lines(path, Form.JSON_LINES, text)
          : lines(path, Form.ITEMS, () -> new JsonItems(LoneTable.plain(text.open())));
    }
    TextShape shape = new TextShape(text, isTable(path), named);
    return shape.isPlainList(head)
        ? lines(path, Form.ITEMS, () -> new AddressLines(LoneTable.plain(text.open())))
        : cells(path, text, shape.dialect(), shape.headers());
  }

  private static UrlFile lines(Path path, Form form, LoneTable.Text text) {
    TableDialect dialect =
        new TableDialect(SEPARATOR, Optional.empty(), StandardCharsets.UTF_8, 0, "");
    List<String> cells = form == Form.ITEMS ? List.of("line", "item") : List.of("item");
    return new UrlFile(
        path, form, List.of(), Optional.of(text), Optional.of(table(path, dialect, cells)));
  }

  private static UrlFile cells(
      Path path, LoneTable.Text text, TableDialect dialect, List<String> headers) {
    return new UrlFile(
        path, Form.CELLS, headers, Optional.of(text), Optional.of(table(path, dialect, headers)));
  }

  private static ArchiveTable table(Path path, TableDialect dialect, List<String> names) {
    return new ArchiveTable(
        RowKind.OTHER,
        "",
        true,
        List.of(String.valueOf(path.getFileName())),
        dialect,
        -1,
        IntStream.range(0, names.size())
            .mapToObj(at -> new ArchiveColumn(names.get(at), "", at, null))
            .toList());
  }

  private static boolean isTable(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.matches("(?s).*\\.(csv|tsv|tab|psv)(\\.gz)?");
  }

  private static InputStream inflated(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return GzipInput.orPlain(new BufferedInputStream(file, HEAD_BYTES));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static String head(InputStream opened) throws IOException {
    try (InputStream in = opened) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static String plainHead(LoneTable.Text text) throws IOException {
    try (InputStream whole = text.open();
        InputStream in = LoneTable.plain(whole)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static int firstBreak(String head) {
    int at = head.indexOf('\n');
    return at < 0 ? head.length() : at;
  }

  private static void refuseOthers(String raw) {
    OTHER_FORMATS.forEach(
        (magic, what) -> {
          if (raw.startsWith(magic)) {
            throw PhotocatException.of(ExitStatus.FAILED, "it is " + what)
                .withHint(
                    what.contains("zip")
                        ? "give the file inside it; 'ingest dwca' reads Darwin Core Archives"
                        : FORMS);
          }
        });
  }

  private static void refuseMarkup(String head) {
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<")) {
      boolean page = start.startsWith("<!doctype html") || start.startsWith("<html");
      throw PhotocatException.of(ExitStatus.FAILED, "it is " + (page ? "a web page" : "XML"))
          .withHint(FORMS);
    }
  }
}
