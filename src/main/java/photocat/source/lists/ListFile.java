package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import photocat.catalog.Session;
import photocat.file.InputFile;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * A file of names: CSV or TSV with a header that names the columns, a plain list with a name on
 * each line, Parquet, a sheet of a workbook or a table of a SQLite database. Which of them it is,
 * its first bytes tell.
 */
public final class ListFile {
  private static final int MOST_NAMED = 50;

  private final Path file;
  private final ListPart part;
  private final NameColumns columns;

  /** The part {@code part} of {@code file}, of which {@code columns} are wanted. */
  public ListFile(Path file, ListPart part, NameColumns columns) {
    this.file = file;
    this.part = part;
    this.columns = columns;
  }

  /**
   * What was read.
   *
   * @param columns which columns were taken for what, such as {@code names from genus + species}
   * @param warnings what looks wrong, a line each
   */
  public record Read(String columns, List<String> warnings) {}

  /**
   * Hands over every row in order that is not blank throughout.
   *
   * @param session reads Parquet
   * @return what was read
   * @throws PhotocatException when the file cannot be read, or its columns cannot be told
   */
  public Read read(Session session, Consumer<NameRow> rows) {
    if (InputFile.isPipe(file)) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot read %s: it is a pipe, and is read more than once".formatted(file))
          .withHint("write it to a file first");
    }
    try {
      ListTable table = open(session);
      if (columns.isHeadless() && !table.isPlain()) {
        return readHeadless(table, rows);
      }
      requireDistinct(table.headers());
      return read(table, find(table), rows);
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw unreadable("permission denied", e);
    } catch (CharacterCodingException e) {
      throw unreadable("it is not UTF-8 text", e)
          .withHint("save it as UTF-8; in a spreadsheet choose 'CSV UTF-8'");
    } catch (UnreadableListException e) {
      throw unreadable(String.valueOf(e.getMessage()), e).withHint(e.hint());
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private Read read(ListTable table, FoundColumns found, Consumer<NameRow> rows)
      throws IOException {
    LongRows longRows = new LongRows(table.mayShift() ? table.headers().size() : 0);
    ListRows named = new ListRows(columns.role(), found, rows);
    table.read(
        (line, cells) -> {
          longRows.look(line, cells);
          named.take(line, cells);
        });
    return named.read(
        table.remark(), Stream.concat(longRows.told().stream(), table.warnings().stream()));
  }

  private ListTable open(Session session) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    ListKind kind = ListKind.of(file);
    if (part.sheet().isPresent() && kind != ListKind.XLSX && kind != ListKind.ODS) {
      throw new UnreadableListException("it has no sheets", "leave out --sheet");
    }
    if (part.table().isPresent() && kind != ListKind.SQLITE) {
      throw new UnreadableListException("it is no SQLite database", "leave out --table");
    }
    if (columns.isHeadless() && (kind == ListKind.PARQUET || kind == ListKind.SQLITE)) {
      throw new UnreadableListException("its columns always have names", "leave out --no-header");
    }
    return switch (kind) {
      case TEXT -> TextTable.of(file, columns);
      case PARQUET -> ParquetTable.of(session, file);
      case XLSX -> SheetTable.of(new Xlsx(), file, part.sheet(), columns);
      case ODS -> SheetTable.of(new Ods(), file, part.sheet(), columns);
      case SQLITE -> SqliteTable.of(file, part.table(), () -> session.check("reading " + file));
    };
  }

  /** What would be the header is the first row, and the columns are called by their numbers. */
  private Read readHeadless(ListTable table, Consumer<NameRow> rows) throws IOException {
    List<String> first = table.headers();
    List<String> numbers =
        IntStream.rangeClosed(1, Math.max(1, first.size())).mapToObj(i -> "column " + i).toList();
    FoundColumns found = columns.find(numbers).orElseThrow(() -> unknownColumns(numbers, ""));
    ListRows named = new ListRows(columns.role(), found, rows);
    named.take(1, first);
    table.read((line, cells) -> named.take(line + 1, cells));
    return named.read("", table.warnings().stream());
  }

  private FoundColumns find(ListTable table) throws AmbiguousColumnsException {
    return table.isPlain()
        ? FoundColumns.PLAIN
        : columns
            .find(table.headers())
            .orElseThrow(() -> unknownColumns(table.headers(), table.elsewhere()));
  }

  /** Of two columns with one name nobody could say which is meant. */
  private void requireDistinct(List<String> headers) {
    Set<String> names = new HashSet<>();
    for (String header : headers) {
      String name = header.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !names.add(name)) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "cannot read %s: two columns are called %s"
                    .formatted(file, OneLine.of(header.strip())))
            .withHint("give one of them another name");
      }
    }
  }

  private PhotocatException unknownColumns(List<String> headers, String elsewhere) {
    List<String> told = headers;
    while (!told.isEmpty() && NameRow.isBlank(told.get(told.size() - 1))) {
      told = told.subList(0, told.size() - 1);
    }
    String found =
        told.isEmpty()
            ? "it is empty"
            : "its columns are "
                + told.stream().limit(MOST_NAMED).map(ListFile::shown).collect(joining(", "))
                + (told.size() > MOST_NAMED ? ", …" : "");
    String missing =
        columns.areNamed()
            ? "the one asked for is not among them"
            : columns.role().needsKey()
                ? "no two of them are known to hold a key and a name"
                : "none of them is known to hold names";
    String hint =
        columns.role() == NameColumns.Role.OVERRIDE
            ? "call the columns from_name and to_name"
            : "name the columns with --key COLUMN and --name COLUMN, or say --no-header";
    return PhotocatException.of(
            ExitStatus.FAILED, "cannot read %s: %s, %s".formatted(file, found, missing))
        .withHint(elsewhere.isEmpty() ? hint : hint + ", or " + elsewhere);
  }

  private static String shown(String header) {
    return NameRow.isBlank(header) ? "(blank)" : OneLine.of(header.strip());
  }

  private PhotocatException unreadable(String found, IOException cause) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot read %s: %s".formatted(file, found), cause);
  }
}
