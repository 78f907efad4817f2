package photocat.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.TestSql;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.source.BundleRequest;
import photocat.source.BundleTable;
import photocat.source.RemoteSettings;
import photocat.source.TestBundle;

/**
 * Whatever stands in a table's file, each of its rows is loaded or kept as rejected, and which of
 * the two depends on that row alone: compared with an oracle that looks at one row at a time.
 */
final class RowFatesTest {
  private static final byte[] LINE_FEED = {'\n'};
  private static final int LONGEST_ROW_BYTES = 1 << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(BundleTable.class)
  void eachRowHasTheFateThatItHasAlone(BundleTable table) throws IOException {
    try (Catalog catalog = NewCatalog.inMemory()) {
      for (int seed = 0; seed < 12; seed++) {
        Random random = new Random(seed);
        List<byte[]> rows = new ArrayList<>();
        rows.add(Column.good(table, random));
        for (int i = random.nextInt(40); i >= 0; i--) {
          rows.addAll(someRows(table, random));
        }
        check(catalog, table, rows, random);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OBSERVERS", "PHOTOS"})
  void eachRowHasTheFateThatItHasAloneInManyPieces(BundleTable table) throws IOException {
    Random random = new Random(7);
    List<byte[]> rows = new ArrayList<>();
    rows.add(Column.good(table, random));
    long bytes = 0;
    while (bytes < 3 << 20) {
      List<byte[]> more =
          random.nextInt(2000) == 0 ? someRows(table, random) : List.of(Column.good(table, random));
      rows.addAll(more);
      bytes += more.stream().mapToLong(row -> row.length + 1).sum();
    }
    rows.add(rows.size() / 2, "x".repeat(10 << 20).getBytes(UTF_8));
    rows.add(rows.size() / 3, "y\t".repeat(600_000).getBytes(UTF_8));
    try (Catalog catalog = NewCatalog.inMemory()) {
      check(catalog, table, rows, random);
    }
  }

  @Test
  void rowsThatMakeUpForEachOther() throws IOException {
    try (Catalog catalog = NewCatalog.inMemory()) {
      List<byte[]> rows =
          List.of(
              "1\tann\tAnn\r".getBytes(UTF_8),
              "Bee".getBytes(UTF_8),
              "2\tbob\tBob\tB".getBytes(UTF_8));

      assertThat(ingest(catalog, BundleTable.OBSERVERS, rows, new Random(0)).rejectedRows())
          .isEqualTo(3);
    }
  }

  private void check(Catalog catalog, BundleTable table, List<byte[]> rows, Random random)
      throws IOException {
    List<String> loaded = new ArrayList<>();
    Set<Long> rejected = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isFit(table, rows.get(i))) {
        loaded.add(identifiers(table, new String(rows.get(i), UTF_8)));
      } else {
        rejected.add(i + 2L);
      }
    }

    InatIngest.Ingested ingested = ingest(catalog, table, rows, random);

    assertThat(ingested.loadedRows().getOrDefault(table, 0L) + ingested.rejectedRows())
        .isEqualTo(rows.size());
    List<String> wrong = new ArrayList<>();
    for (String line :
        TestSql.rows(catalog, "SELECT line FROM ingest_rejects WHERE line > 0 ORDER BY line")) {
      if (!rejected.remove(Long.parseLong(line))) {
        wrong.add("rejected: " + new String(rows.get(Integer.parseInt(line) - 2), UTF_8));
      }
    }
    rejected.forEach(
        line -> wrong.add("loaded: " + new String(rows.get(line.intValue() - 2), UTF_8)));
    assertThat(wrong).isEmpty();
    String identifiers = String.join(", ", table.identifiers());
    String select = "SELECT %s FROM %s".formatted(identifiers, PieceColumns.tableName(table));
    List<String> all = new ArrayList<>(TestSql.rows(catalog, select));
    // These were loaded, and then another row of their observation held.
    all.addAll(
        TestSql.rows(
            catalog, "SELECT split_part(text, chr(9), 1) FROM ingest_rejects WHERE line = 0"));
    List<String> found = sorted(all);
    List<String> expected = sorted(loaded);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
  }

  private static List<String> sorted(List<String> values) {
    return values.stream().sorted().toList();
  }

  private InatIngest.Ingested ingest(
      Catalog catalog, BundleTable table, List<byte[]> rows, Random random) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(random.nextInt(4) == 0 ? "\ufeff".getBytes(UTF_8) : new byte[0]);
    file.write(String.join("\t", table.columns()).getBytes(UTF_8));
    for (byte[] row : rows) {
      file.write(LINE_FEED);
      file.write(row);
    }
    if (rows.get(rows.size() - 1).length == 0 || random.nextBoolean()) {
      file.write(LINE_FEED);
    }
    Path bundle = folder.resolve("bundle.tar");
    Files.write(
        bundle,
        TestBundle.sixTables()
            .with(TestBundle.FOLDER + table.fileName(), file.toByteArray())
            .tar());
    BundleRequest request =
        new BundleRequest(
            bundle.toString(),
            RemoteSettings.DEFAULTS,
            Optional.of(folder.resolve("work")),
            1 << 20);
    try (Session session = catalog.openSession()) {
      return new InatIngest(
              session, new Cancellation(), Progress.NONE, InstantSource.fixed(Instant.EPOCH))
          .run(request);
    }
  }

  /** Rows as they come from an exporter that writes names raw, from a slip, or from malice. */
  private static List<byte[]> someRows(BundleTable table, Random random) {
    byte[] good = Column.good(table, random);
    int at = random.nextInt(good.length + 1);
    return switch (random.nextInt(16)) {
      case 0 -> List.of(Arrays.copyOf(good, at), Arrays.copyOfRange(good, at, good.length));
      case 1 -> List.of(inserted(good, at, "\r"));
      case 2 -> split(inserted(good, at, "\r\n"));
      case 3 -> List.of(inserted(good, at, "\t"));
      case 4 -> List.of(inserted(good, at, "\t"), withoutATab(good));
      case 5 -> List.of(withoutATab(good), inserted(good, at, "\t"));
      case 6 -> List.of(inserted(good, good.length, "\r"));
      case 7 -> List.of(inserted(good, at, "\0"));
      case 8 -> List.of(new byte[0]);
      case 9 -> List.of(" \t".repeat(random.nextInt(12)).strip().getBytes(UTF_8));
      case 10 -> List.of(inserted(withoutATab(good), at, "\r"));
      case 11 -> List.of(notUnicode(good, at, random));
      case 12 ->
          List.of(
              inserted(
                  good, at, List.of("\"", "'", "\\", "#", "\u0001", "🐝").get(random.nextInt(6))));
      case 13 -> List.of(String.join("\t", table.columns()).getBytes(UTF_8), "-".getBytes(UTF_8));
      case 14 -> List.of("\t".repeat(table.columns().size() - 1).getBytes(UTF_8));
      default -> List.of(Column.withAnOddValue(table, random));
    };
  }

  private static byte[] inserted(byte[] row, int at, String text) {
    return inserted(row, Math.min(at, row.length), text.getBytes(UTF_8));
  }

  private static byte[] inserted(byte[] row, int at, byte[] bytes) {
    ByteBuffer longer = ByteBuffer.allocate(row.length + bytes.length);
    return longer.put(row, 0, at).put(bytes).put(row, at, row.length - at).array();
  }

  private static byte[] notUnicode(byte[] row, int at, Random random) {
    byte[][] none = {
      {(byte) 0xff},
      {(byte) 0x80},
      {(byte) 0xc3},
      {(byte) 0xc0, (byte) 0x80},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {(byte) 0xf0, (byte) 0x9f, (byte) 0x90}
    };
    return inserted(row, at, none[random.nextInt(none.length)]);
  }

  private static byte[] withoutATab(byte[] row) {
    return new String(row, UTF_8).replaceFirst("\t", "").getBytes(UTF_8);
  }

  private static List<byte[]> split(byte[] rows) {
    return Arrays.stream(new String(rows, UTF_8).split("\n", -1))
        .map(s -> s.getBytes(UTF_8))
        .toList();
  }

  private static boolean isFit(BundleTable table, byte[] row) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString();
    } catch (CharacterCodingException e) {
      return false;
    }
    List<String> values = List.of(text.split("\t", -1));
    if (row.length > LONGEST_ROW_BYTES
        || values.size() != table.columns().size()
        || text.contains("\r")) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      String column = table.columns().get(i);
      boolean fit =
          values.get(i).isEmpty()
              ? !table.identifiers().contains(column)
              : Column.of(column).accepts(values.get(i));
      if (!fit) {
        return false;
      }
    }
    return true;
  }

  private static String identifiers(BundleTable table, String row) {
    List<String> values = List.of(row.split("\t", -1));
    return String.join(
        "|",
        table.identifiers().stream()
            .map(column -> values.get(table.columns().indexOf(column)))
            .map(value -> value.matches("\\d+") ? String.valueOf(Long.parseLong(value)) : value)
            .toList());
  }

  /** What stands in a column, and what DuckDB takes there. */
  private record Column(String accepted, List<String> good, List<String> odd) {
    private static final Column TEXT =
        new Column(
            "(?s).*", List.of("Ann Bee", "\"q", "a\\", "", "Zoë 🌿", "\\N"), List.of("NULL"));
    private static final Column NUMBER =
        new Column(
            "0*[0-9]{1,9}",
            List.of("1", "47126", "38", "2048"),
            List.of("one", "99999999999999999999", "1 2", "--1"));
    private static final Column UUID =
        new Column(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            List.of("526ababd-aff2-4ce8-b111-d8013b9d8b42", "9b5ca6f4-fb23-47ff-b581-5fe3f9d068aa"),
            List.of("bad", "526ababd-aff2-4ce8-b111-d8013b9d8b4z", "526ababd-aff2-4ce8-b111"));

    static Column of(String column) {
      return switch (column) {
        case "ancestry", "rank", "name", "login", "extension", "license", "title", "slug" -> TEXT;
        case "photo_uuid", "observation_uuid" -> UUID;
        case "active" ->
            new Column("true|false|t|f|1|0", List.of("true", "false"), List.of("maybe"));
        case "quality_grade" ->
            new Column(
                "casual|needs_id|research",
                List.of("casual", "research"),
                List.of("Research", "good"));
        case "observed_on" ->
            new Column(
                "2011-0[1-9]-[0-2]?[1-9]",
                List.of("2011-05-30".replace("30", "29")),
                List.of("2011-13-45", "soon"));
        case "rank_level", "latitude", "longitude", "anomaly_score" ->
            new Column("[0-9]{1,20}", NUMBER.good(), List.of("low", "1 2"));
        default -> NUMBER;
      };
    }

    boolean accepts(String value) {
      return value.matches(accepted);
    }

    static byte[] good(BundleTable table, Random random) {
      return row(table, random, -1);
    }

    static byte[] withAnOddValue(BundleTable table, Random random) {
      return row(table, random, random.nextInt(table.columns().size()));
    }

    private static byte[] row(BundleTable table, Random random, int oddAt) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = of(table.columns().get(i));
        List<String> choice = i == oddAt ? column.odd() : column.good();
        boolean empty = i == oddAt && random.nextInt(3) == 0;
        values.add(empty ? "" : choice.get(random.nextInt(choice.size())));
      }
      return String.join("\t", values).getBytes(UTF_8);
    }
  }
}
