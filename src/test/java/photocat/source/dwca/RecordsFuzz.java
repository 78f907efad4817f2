package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import photocat.FuzzInput;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/**
 * However rows are written, each is loaded as it stands or told of, and no byte is lost between
 * them. The first line says how: delimiter, quote or {@code -}, letter of the encoding, number of
 * header lines, number of cells.
 */
public final class RecordsFuzz {
  private static final LoadedRows DATABASE = new LoadedRows();
  private static final int SHORTER_THAN_A_SAMPLE = 40_000;

  private RecordsFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException, SQLException {
    byte[] input = FuzzInput.bytes(data);
    if (input.length < 6 || input[5] != '\n') {
      return;
    }
    char delimiter = (char) input[0];
    char quote = (char) input[1];
    if (delimiter > 126 || quote > 126 || "\n\r\0".indexOf(quote) >= 0 || delimiter == quote) {
      return;
    }
    if ("\n\r\0".indexOf(delimiter) >= 0 || Character.isLetterOrDigit(delimiter)) {
      return;
    }
    TableDialect dialect =
        new TableDialect(
            delimiter,
            quote == '-' ? Optional.empty() : Optional.of(quote),
            encoding((char) input[2]),
            input[3] & 1,
            "");
    read(table(dialect, input[4] & 3), Arrays.copyOfRange(input, 6, input.length));
  }

  private static Charset encoding(char letter) {
    return switch (letter) {
      case 'l' -> StandardCharsets.ISO_8859_1;
      case 'w' -> StandardCharsets.UTF_16;
      case 's' -> Charset.forName("Shift_JIS");
      default -> UTF_8;
    };
  }

  private static ArchiveTable table(TableDialect dialect, int cells) {
    return new ArchiveTable(
        RowKind.OTHER,
        "",
        true,
        List.of("rows"),
        dialect,
        -1,
        IntStream.range(0, cells)
            .mapToObj(at -> new ArchiveColumn("c" + at, "", at, null))
            .toList());
  }

  private static void read(ArchiveTable table, byte[] text) throws IOException, SQLException {
    ReadRows expected;
    try {
      expected = records(table, text);
    } catch (PhotocatException e) {
      FuzzInput.checkTold(e);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<OddRow> odd = new ArrayList<>();
    try (PieceReader pieces =
        LoneTable.pieces(
            "rows",
            () -> new ByteArrayInputStream(text),
            table,
            new PieceRequest(Optional.of(FuzzInput.workFolder()), 1 << 20),
            new Cancellation(),
            (bytes, total) -> {})) {
      for (Optional<RowPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
        rows.addAll(DATABASE.of(piece.get(), false));
        odd.addAll(piece.get().oddRows());
      }
    }
    assertThat(rows).isEqualTo(expected.rows());
    assertThat(odd).isEqualTo(expected.odd());
  }

  /** Returns them as Java reads them; together they are the text but for line ends. */
  private static ReadRows records(ArchiveTable table, byte[] text) throws IOException {
    ReadRows read = new ReadRows(new ArrayList<>(), new ArrayList<>());
    StringBuilder whole = new StringBuilder();
    try (TableText rows = TableText.open(new ByteArrayInputStream(text), table)) {
      long line = 0;
      while (rows.next()) {
        Records record = rows.record();
        assertThat(record.line()).isGreaterThan(line);
        line = record.line();
        whole.append(record.text());
        String flaw = record.flaw(rows.width());
        if (flaw.isEmpty()) {
          read.rows().add(rows.width().fitted(record.values()));
        } else {
          read.odd().add(new OddRow(line, record.text(), flaw));
        }
      }
    }
    if (table.dialect().headerLines() == 0 && text.length < SHORTER_THAN_A_SAMPLE) {
      byte[] plain =
          TextInput.of(new ByteArrayInputStream(text), table.dialect().encoding()).readAllBytes();
      assertThat(withoutEnds(whole.toString())).isEqualTo(withoutEnds(new String(plain, UTF_8)));
    }
    return read;
  }

  private static String withoutEnds(String text) {
    return text.replaceAll("[\r\n]", "");
  }
}
