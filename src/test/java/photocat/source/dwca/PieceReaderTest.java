package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** Pieces are what DuckDB's strict reader takes, and hold every row. */
final class PieceReaderTest {
  private static final String TABS = "fieldsTerminatedBy='\\t' fieldsEnclosedBy=''";
  private static final String COMMAS = "fieldsTerminatedBy=','";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {TABS, COMMAS, "fieldsTerminatedBy='|' fieldsEnclosedBy=\"'\""})
  void duckDbTakesFromPiecesWhatJavaReads(String attributes) throws IOException, SQLException {
    Path zip =
        TestArchive.core(attributes, oddText(new Random(7)).getBytes(UTF_8))
            .zip(folder.resolve("a.zip"));

    List<List<String>> loaded = new ArrayList<>();
    List<OddRow> odd = new ArrayList<>();
    ReadRows expected;
    LoadedRows database = new LoadedRows();
    try (ArchiveFiles files = ArchiveOpening.open(zip);
        ArchiveReader reader = ArchiveReader.open(zip);
        PieceReader pieces = pieces(files, reader, 20_000, new Cancellation())) {
      expected = ReadRows.of(reader, reader.descriptor().core());
      for (Optional<RowPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
        List<List<String>> rows = database.of(piece.get(), false);
        assertThat(rows).hasSize((int) piece.get().rows());
        loaded.addAll(rows);
        assertThat(Files.size(piece.get().file())).isEqualTo(piece.get().bytes());
        odd.addAll(piece.get().oddRows());
      }
    }

    assertThat(expected.rows()).hasSizeGreaterThan(1_000);
    assertThat(loaded).isEqualTo(expected.rows());
    assertThat(odd).isEqualTo(expected.odd());
  }

  /** Rows of quotes, delimiters, line ends and letters in all orders. */
  private static String oddText(Random random) {
    List<String> parts =
        List.of(
            "a", "ä", "\"", "\"\"", "'", ",", "\t", "|", " ", "\r\n", "\r", "\\", "\\\"", "x y",
            "€");
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 12_000; row++) {
      if (row % 2 == 0) {
        text.append(row).append(",\"b,\r\n \"\"q\"\"\",c\n");
        text.append(row).append("\tb\"\t'c\n").append(row).append("|'b|''\n'|c\n");
      }
      for (int part = random.nextInt(6); part > 0; part--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void nothingIsLeftOnTheDisk() throws IOException {
    Path zip =
        TestArchive.core(COMMAS, "1,2,3\n".repeat(9_999).getBytes(UTF_8))
            .zip(folder.resolve("a.zip"));
    try (ArchiveFiles files = ArchiveOpening.open(zip);
        ArchiveReader reader = ArchiveReader.open(zip);
        PieceReader pieces = pieces(files, reader, 1_000, new Cancellation())) {
      assertThat(pieces.next()).isPresent();
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(zip);
    }
  }

  @Test
  void whatBreaksLaterIsToldAfterThePiecesBefore() throws IOException {
    Path zip =
        TestArchive.core(COMMAS, oddText(new Random(1)).getBytes(UTF_8))
            .zip(folder.resolve("a.zip"));
    byte[] bytes = Files.readAllBytes(zip);
    // The checksum of o.txt in the list of files.
    String all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int entry = all.lastIndexOf("PK\u0001\u0002");
    bytes[entry + 16] ^= 1;
    Files.write(zip, bytes);

    try (ArchiveFiles files = ArchiveOpening.open(zip);
        ArchiveReader reader = ArchiveReader.open(zip);
        PieceReader pieces = pieces(files, reader, 20_000, new Cancellation())) {
      assertThat(pieces.next()).isPresent();
      assertThatThrownBy(
              () -> {
                while (pieces.next().isPresent()) {
                  assertThat(folder).exists();
                }
              })
          .isInstanceOf(PhotocatException.class)
          .hasMessage(
              "cannot read o.txt in %s: corrupt zip: the checksum of an entry differs", zip);
    }
  }

  @Test
  void cancellationEndsIt() throws IOException {
    Path zip =
        TestArchive.core(COMMAS, "1,2,3\n".repeat(9_999).getBytes(UTF_8))
            .zip(folder.resolve("a.zip"));
    Cancellation cancellation = new Cancellation();
    try (ArchiveFiles files = ArchiveOpening.open(zip);
        ArchiveReader reader = ArchiveReader.open(zip);
        PieceReader pieces = pieces(files, reader, 1_000, cancellation)) {
      assertThat(pieces.next()).isPresent();

      cancellation.cancel();

      assertThatThrownBy(pieces::next).hasMessage("reading %s was stopped", zip);
    }
  }

  private PieceReader pieces(
      ArchiveFiles files, ArchiveReader reader, long bytes, Cancellation cancellation) {
    return PieceReader.open(
        files,
        reader.descriptor().core(),
        new PieceRequest(Optional.of(folder.resolve("work")), bytes),
        cancellation);
  }
}
