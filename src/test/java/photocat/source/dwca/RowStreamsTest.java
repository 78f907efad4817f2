package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.Cancellation;

/** Streams are what DuckDB's strict reader takes, and hold every row. */
@Timeout(60)
final class RowStreamsTest {
  private static final String COMMAS = "fieldsTerminatedBy=','";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void duckDbTakesFromStreamsWhatJavaReads(int pipes) throws IOException, SQLException {
    Path zip = archive("1,\"b,\r\n \"\"q\"\"\",ä\n\n2,x\"y\",\n3,\"p\"q,r\n4,5\n".repeat(3_000));

    List<List<String>> loaded = new ArrayList<>();
    List<OddRow> odd = new ArrayList<>();
    ReadRows expected;
    try (ArchiveReader reader = ArchiveReader.open(zip);
        Connection database = DriverManager.getConnection("jdbc:duckdb:");
        RowStreams streams = streams(reader, pipes, new Cancellation())) {
      expected = ReadRows.of(reader, reader.descriptor().core());
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        load(database, next.get(), loaded);
        odd.addAll(next.get().oddRows());
        assertThat(next.get().rows()).isEqualTo(loaded.size());
      }
    }

    assertThat(loaded).hasSize(9_000).containsExactlyInAnyOrderElementsOf(expected.rows());
    assertThat(odd).hasSize(3_000).isEqualTo(expected.odd());
  }

  private static void load(Connection database, RowStream stream, List<List<String>> rows)
      throws SQLException {
    String sql =
        """
        SELECT coalesce(a, ''), coalesce(b, ''), coalesce(c, '')
        FROM read_csv($1::VARCHAR[], auto_detect = false, header = false, delim = ',', quote = '"',
            escape = '"', new_line = '\\n', columns = {'a': 'VARCHAR', 'b': 'VARCHAR', 'c': 'VARCHAR'})
        """;
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      Object[] files = stream.pipes().stream().map(Path::toString).toArray();
      statement.setArray(1, database.createArrayOf("VARCHAR", files));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(List.of(result.getString(1), result.getString(2), result.getString(3)));
        }
      }
    }
  }

  @Test
  void pipesCanBeReadOneAfterAnother() throws IOException {
    Path zip = archive("1,2,3\n".repeat(1_000_000));
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 3, new Cancellation())) {
      RowStream stream = streams.next().orElseThrow();
      long bytes = 0;
      for (Path pipe : stream.pipes()) {
        bytes += Files.readAllBytes(pipe).length;
      }

      assertThat(bytes).isEqualTo(6_000_000);
      assertThat(stream.oddRows()).isEmpty();
      assertThat(stream.rows()).isEqualTo(1_000_000);
      assertThat(streams.next()).isEmpty();
    }
  }

  @Test
  void whatNobodyReadsIsPassedOver() throws IOException {
    Path zip = archive("1,2,3\n".repeat(1_000_000) + "4\n");
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 2, new Cancellation())) {
      RowStream stream = streams.next().orElseThrow();

      assertThat(stream.oddRows())
          .containsExactly(new OddRow(1_000_001, "4", "1 columns found, 3 expected"));
      assertThat(streams.next()).isEmpty();
    }
  }

  @Test
  void theLongestRowPassesAsTheFirst() throws IOException {
    String row = "1,2," + "x".repeat(Records.LONGEST_BYTES - 4) + "\n";
    Path zip = archive(row + "4,5,6\n");
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      RowStream stream = streams.next().orElseThrow();

      assertThat(stream.pipes().get(0)).hasContent(row + "4,5,6\n");
      assertThat(stream.oddRows()).isEmpty();
    }
  }

  @Test
  void manyOddRowsAreHandedOverInBetween() throws IOException {
    String odd = "x".repeat(9_999) + "\n";
    Path zip = archive("1,2,3\n" + odd.repeat(1_000));
    List<Integer> found = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        Files.readAllBytes(next.get().pipes().get(0));
        found.add(next.get().oddRows().size());
      }
    }

    assertThat(found).containsExactly(823, 177);
  }

  @Test
  void manyShortOddRowsAreHandedOverInBetweenToo() throws IOException {
    int rows = 200_000;
    Path zip = archive("1,2,3\n" + "x\n".repeat(rows));
    List<Integer> found = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        Files.readAllBytes(next.get().pipes().get(0));
        found.add(next.get().oddRows().size());
      }
    }

    assertThat(found).hasSizeGreaterThan(3).allMatch(odd -> odd < 50_000);
    assertThat(found.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rows);
  }

  @Test
  void nothingIsReadFurtherAheadThanOneStream() throws IOException {
    Path zip = archive("1,2,3\n" + "x\n".repeat(200_000));
    List<Long> waiting = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        Files.readAllBytes(next.get().pipes().get(0));
        next.get().oddRows();
        waiting.add(pipes());
      }
    }

    assertThat(waiting).allMatch(pipes -> pipes <= 1);
  }

  @Test
  void severalFilesAreOneTable() throws IOException {
    Path root =
        new TestArchive()
            .with(
                "meta.xml",
                """
                <archive><core ignoreHeaderLines='1'><files><location>a.csv</location>
                <location>b.csv</location></files><id index='0'/>
                <field index='2' term='http://rs.tdwg.org/dwc/terms/sex'/></core></archive>
                """)
            .with("a.csv", "id,x,sex\n1,2,3\n")
            .with("b.csv", "id,x,sex\n4,5,6\n7,8\n")
            .folder(folder.resolve("f"));

    try (ArchiveReader reader = ArchiveReader.open(root);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      RowStream first = streams.next().orElseThrow();
      assertThat(first.path()).isEqualTo("a.csv");
      assertThat(first.cells()).containsExactly("id", "cell_2", "sex");
      assertThat(first.pipes().get(0)).hasContent("1,2,3\n");
      assertThat(first.oddRows()).isEmpty();
      RowStream second = streams.next().orElseThrow();
      assertThat(second.path()).isEqualTo("b.csv");
      assertThat(second.pipes().get(0)).hasContent("4,5,6\n");
      assertThat(second.oddRows())
          .containsExactly(new OddRow(3, "7,8", "2 columns found, 3 expected"));
      assertThat(streams.next()).isEmpty();
    }
  }

  @Test
  void whatBreaksIsToldWhenTheRowsBeforeAreRead() throws IOException {
    Path zip = archive("1,2,3\n".repeat(2_000_000));
    byte[] bytes = Files.readAllBytes(zip);
    // The checksum of o.txt in the list of files.
    int entry = new String(bytes, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    bytes[entry + 16] ^= 1;
    Files.write(zip, bytes);

    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 1, new Cancellation())) {
      RowStream stream = streams.next().orElseThrow();
      assertThat(Files.readAllBytes(stream.pipes().get(0))).isNotEmpty();

      String failure =
          "cannot read o.txt in %s: corrupt zip: the checksum of an entry differs".formatted(zip);
      assertThatThrownBy(stream::oddRows).hasMessage(failure);
      assertThatThrownBy(streams::next).hasMessage(failure);
    }
  }

  @Test
  void cancellationEndsPipesThatAreReadAndThoseThatWouldBe() throws Exception {
    Path zip = archive("1,2,3\n".repeat(2_000_000));
    Cancellation cancellation = new Cancellation();
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 2, cancellation)) {
      RowStream stream = streams.next().orElseThrow();
      CompletableFuture<Integer> read = new CompletableFuture<>();
      try (var in = Files.newInputStream(stream.pipes().get(0))) {
        assertThat(in.read()).isEqualTo('1');
        cancellation.cancel();
        read.complete(in.readAllBytes().length);
      }

      assertThat(read.get()).isLessThan(12_000_000);
      assertThat(stream.pipes().get(1)).doesNotExist();
      String stopped = "reading %s was stopped".formatted(zip);
      assertThatThrownBy(stream::oddRows).hasMessage(stopped);
      assertThatThrownBy(streams::next).hasMessage(stopped);
    }
  }

  @Test
  void nothingIsLeftOnTheDisk() throws IOException {
    Path zip = archive("1,2,3\n".repeat(9_999));
    try (ArchiveReader reader = ArchiveReader.open(zip);
        RowStreams streams = streams(reader, 2, new Cancellation())) {
      assertThat(streams.next()).isPresent();
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(zip);
    }
  }

  private Path archive(String text) throws IOException {
    return TestArchive.core(COMMAS, text.getBytes(UTF_8)).zip(folder.resolve("a.zip"));
  }

  private long pipes() throws IOException {
    try (Stream<Path> made = Files.list(folder.resolve("work"))) {
      return made.count();
    }
  }

  private RowStreams streams(ArchiveReader reader, int pipes, Cancellation cancellation) {
    return reader.streams(
        reader.descriptor().core(),
        new StreamRequest(Optional.of(folder.resolve("work")), pipes),
        cancellation,
        (read, total) -> {});
  }
}
