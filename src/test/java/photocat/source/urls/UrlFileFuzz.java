package photocat.source.urls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.FuzzInput;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.source.dwca.LoadedRows;
import photocat.source.dwca.LoneTable;
import photocat.source.dwca.PieceReader;
import photocat.source.dwca.PieceRequest;
import photocat.source.dwca.RowPiece;

/**
 * Whatever a list of addresses is, it is refused in one line, or each of its rows is loaded or told
 * of. The first character is that of the file's ending: c for .csv, t for .txt.
 */
public final class UrlFileFuzz {
  private static final LoadedRows DATABASE = new LoadedRows();

  private UrlFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws SQLException {
    byte[] input = FuzzInput.bytes(data);
    if (input.length == 0) {
      return;
    }
    String ending = input[0] == 'c' ? ".csv" : input[0] == 't' ? ".txt" : "";
    byte[] text = Arrays.copyOfRange(input, 1, input.length);
    try {
      UrlFile file =
          UrlFile.open(FuzzInput.file("list" + ending, text), Map.of(), Optional.empty());
      if (file.form() == UrlFile.Form.CELLS) {
        FuzzInput.checkShown(UrlColumns.find(file.headers(), Map.of()).told());
      }
      if (file.text().isPresent()) {
        read(file);
      }
    } catch (PhotocatException e) {
      FuzzInput.checkTold(e);
    }
  }

  private static void read(UrlFile file) throws SQLException {
    boolean isNumbered = file.form() != UrlFile.Form.ITEMS;
    long line = 0;
    try (PieceReader pieces =
        LoneTable.pieces(
            "list",
            file.text().orElseThrow(),
            file.table().orElseThrow(),
            new PieceRequest(Optional.of(FuzzInput.workFolder()), 1 << 20, isNumbered),
            new Cancellation(),
            (bytes, total) -> {})) {
      for (Optional<RowPiece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
        RowPiece piece = next.get();
        List<List<String>> rows = DATABASE.of(piece, isNumbered);
        assertThat(rows).hasSize((int) piece.rows());
        for (List<String> row : rows) {
          assertThat(Long.parseLong(row.get(0))).isGreaterThanOrEqualTo(line);
          line = Long.parseLong(row.get(0));
        }
        piece.oddRows().forEach(odd -> FuzzInput.checkShown(odd.reason()));
      }
    }
  }
}
