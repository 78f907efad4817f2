package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import photocat.catalog.Session;
import photocat.file.InputFile;
import photocat.model.Kind;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.TaxonKey;

/**
 * A file of names: Parquet (told by its first bytes), CSV or TSV with a header that names the
 * columns, or a plain list with a name on each line. Text is UTF-8, or UTF-16 with a byte order
 * mark, and may be packed with gzip.
 */
public final class ListFile {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_NAMED = 50;

  private final Path file;
  private final NameColumns columns;

  /** The file {@code file}, of which {@code columns} are wanted. */
  public ListFile(Path file, NameColumns columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Hands over every row in order that is not blank throughout.
   *
   * @param session reads Parquet
   * @return which columns were taken for what, such as {@code names from genus + species}
   * @throws PhotocatException when the file cannot be read, or its columns cannot be told
   */
  public String read(Session session, Consumer<NameRow> rows) {
    if (InputFile.isPipe(file)) {
      throw PhotocatException.of(
              Kind.FAILED,
              "cannot read %s: it is a pipe, and is read more than once".formatted(file))
          .withHint("write it to a file first");
    }
    try {
      ListTable table = open(session);
      requireDistinct(table.headers());
      FoundColumns found = find(table);
      table.read(
          (line, cells) -> {
            if (!cells.stream().allMatch(NameRow::isBlank)) {
              rows.accept(row(line, found, cells));
            }
          });
      return found.told();
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw unreadable("permission denied", e);
    } catch (CharacterCodingException e) {
      throw unreadable("it is not UTF-8 text", e)
          .withHint("save it as UTF-8; in a spreadsheet choose 'CSV UTF-8'");
    } catch (AmbiguousColumnsException e) {
      throw unreadable(String.valueOf(e.getMessage()), e).withHint(e.hint());
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private ListTable open(Session session) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    try (InputStream in = InputFile.openNoPipe(file)) {
      if (Arrays.equals(in.readNBytes(PARQUET.length), PARQUET)) {
        return ParquetTable.of(session, file);
      }
    }
    return TextTable.of(file, columns);
  }

  private FoundColumns find(ListTable table) throws AmbiguousColumnsException {
    return table.isPlain()
        ? FoundColumns.PLAIN
        : columns.find(table.headers()).orElseThrow(() -> unknownColumns(table.headers()));
  }

  /** Of two columns with one name nobody could say which is meant. */
  private void requireDistinct(List<String> headers) {
    Set<String> names = new HashSet<>();
    for (String header : headers) {
      String name = header.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !names.add(name)) {
        throw PhotocatException.of(
                Kind.FAILED,
                "cannot read %s: two columns are called %s"
                    .formatted(file, OneLine.of(header.strip())))
            .withHint("give one of them another name");
      }
    }
  }

  /** A list of accepted names may give keys to some of them only; the others are known by name. */
  private NameRow row(long line, FoundColumns found, List<String> cells) {
    String name = found.name(cells);
    if (columns.role() == NameColumns.Role.OVERRIDE) {
      return new NameRow(line, found.key(cells).strip(), name);
    }
    Optional<String> key = TaxonKey.of(found.key(cells));
    String known = key.orElse(columns.role().needsKey() ? "" : name.strip());
    return new NameRow(
        line, known, name, found.key().isPresent() && key.isEmpty(), found.details(cells));
  }

  private PhotocatException unknownColumns(List<String> headers) {
    String found =
        headers.isEmpty()
            ? "it is empty"
            : "its columns are "
                + headers.stream().limit(MOST_NAMED).map(OneLine::of).collect(joining(", "))
                + (headers.size() > MOST_NAMED ? ", …" : "");
    String missing =
        columns.areNamed()
            ? "the one asked for is not among them"
            : columns.role().needsKey()
                ? "no two of them are known to hold a key and a name"
                : "none of them is known to hold names";
    return PhotocatException.of(
            Kind.FAILED, "cannot read %s: %s, %s".formatted(file, found, missing))
        .withHint(
            columns.role() == NameColumns.Role.OVERRIDE
                ? "call the columns from_name and to_name"
                : "name the columns with --key COLUMN and --name COLUMN");
  }

  private PhotocatException unreadable(String found, IOException cause) {
    return PhotocatException.of(Kind.FAILED, "cannot read %s: %s".formatted(file, found), cause);
  }
}
