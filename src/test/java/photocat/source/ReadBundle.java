package photocat.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.http.HttpSettings;
import photocat.model.Cancellation;

/**
 * A bundle read to its end.
 *
 * @param text of each table, header line included, joined again from its pieces
 * @param pieces in the order they came
 */
record ReadBundle(
    Map<BundleTable, String> text,
    List<TablePiece> pieces,
    List<String> notes,
    Optional<LocalDate> snapshotDate,
    long readBytes) {

  /** Settings that retry at once. */
  static final RemoteSettings HASTY =
      new RemoteSettings(
          HttpSettings.DEFAULTS,
          Optional.empty(),
          "us-east-1",
          Duration.ofSeconds(10),
          8,
          Duration.ofMillis(1));

  static ReadBundle of(Path from, Path workFolder) throws IOException {
    return of(new BundleRequest(from.toString(), HASTY, Optional.of(workFolder), 1 << 20));
  }

  static ReadBundle of(BundleRequest request) throws IOException {
    Map<BundleTable, String> text = new EnumMap<>(BundleTable.class);
    List<TablePiece> pieces = new ArrayList<>();
    try (BundleReader reader =
        BundleReader.open(request, new Cancellation(), (readBytes, totalBytes) -> {})) {
      Optional<TablePiece> next = reader.next();
      while (next.isPresent()) {
        TablePiece piece = next.get();
        String header = String.join("\t", piece.columns()) + "\n";
        String content = new String(Files.readAllBytes(piece.file()), UTF_8);
        assertThat(content).startsWith(header);
        String before = text.getOrDefault(piece.table(), header);
        assertThat(piece.firstLine()).isEqualTo(lines(before) + 1);
        String rows = content.substring(header.length());
        assertThat(piece.rows()).isEqualTo(lines(rows));
        assertThat(piece.bytes()).isEqualTo(Files.size(piece.file()) - header.length());
        text.put(piece.table(), before + rows);
        pieces.add(piece);
        next = reader.next();
      }
      return new ReadBundle(
          text, pieces, reader.notes(), reader.snapshotDate(), reader.readBytes());
    }
  }

  private static long lines(String text) {
    long lineFeeds = text.chars().filter(character -> character == '\n').count();
    return text.isEmpty() || text.endsWith("\n") ? lineFeeds : lineFeeds + 1;
  }
}
