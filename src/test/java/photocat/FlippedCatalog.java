package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.TestSql;
import photocat.job.TestManifest;

/** A catalogue whose bytes a test changes, once closed and once with a log of ten batches. */
final class FlippedCatalog {
  /** What of it. */
  enum Part {
    HEADERS,
    ANYWHERE,
    METADATA,
    DATA,
    LOG
  }

  private static final List<String> TABLES =
      List.of("manifest_photos", "inat_photos", "download_events", "mine.notes");
  private static final int PHOTOS = 3_000;
  private static final int BATCHES = 10;
  private static final int HEADER_BYTES = 12_288;
  private static final int BLOCK_BYTES = 262_144;

  /** How many rows the tables have, and a sum over what is in them. */
  static final String SUMS =
      String.join(
              " UNION ALL ",
              TABLES.stream()
                  .map(
                      table ->
                          "SELECT '%1$s' AS t, count(*) AS n, bit_xor(hash(t)) AS h FROM %1$s AS t"
                              .formatted(table))
                  .toList())
          + " ORDER BY t";

  private static final String UNLIKE =
      """
      SELECT
          (SELECT count(*) FROM (FROM %2$s EXCEPT ALL FROM %1$s)),
          (SELECT count(*) FROM (FROM %1$s EXCEPT ALL FROM %2$s))
      """;

  private final Path folder;
  private final Map<Boolean, String> sums = new HashMap<>();
  private final List<Long> metadataBlocks = new ArrayList<>();
  private final List<Long> dataBlocks = new ArrayList<>();

  private FlippedCatalog(Path folder) {
    this.folder = folder;
  }

  static FlippedCatalog make(Path folder) throws IOException {
    FlippedCatalog made = new FlippedCatalog(folder);
    Path closed = Files.createDirectory(folder.resolve("closed")).resolve("c.duckdb");
    for (int id = 1; id <= 2; id++) {
      int number = id;
      try (Catalog catalog = Catalog.open(closed, CatalogSettings.DEFAULTS)) {
        TestManifest.add(sql -> TestSql.rows(catalog, sql), number, "m" + number, PHOTOS);
        if (id == 1) {
          TestSql.rows(catalog, "CREATE SCHEMA mine");
          TestSql.rows(catalog, "CREATE TABLE mine.notes (id BIGINT PRIMARY KEY, note VARCHAR)");
          TestSql.rows(catalog, "CREATE VIEW mine.short AS SELECT note FROM mine.notes");
          photos(catalog);
        }
        batch(catalog, number);
      }
    }
    try (Catalog catalog = Catalog.open(closed, CatalogSettings.DEFAULTS)) {
      made.findBlocks(catalog);
      made.sums.put(false, sums(catalog));
    }
    Path open = Files.createDirectory(folder.resolve("open")).resolve("c.duckdb");
    Path worked = folder.resolve("worked.duckdb");
    Files.copy(closed, worked);
    try (Catalog catalog = Catalog.open(worked, CatalogSettings.DEFAULTS)) {
      for (int number = 3; number < 3 + BATCHES; number++) {
        batch(catalog, number);
      }
      made.sums.put(true, sums(catalog));
      Files.copy(worked, open);
      Files.copy(logOf(worked), logOf(open));
    }
    return made;
  }

  /** Copies the one that has the part, and returns its file. */
  Path copyTo(Path target, Part part) throws IOException {
    Path from = file(part);
    Path to = target.resolve("c.duckdb");
    Files.copy(from, to);
    if (part == Part.LOG) {
      Files.copy(logOf(from), logOf(to));
    }
    return to;
  }

  String sums(Part part) {
    return Objects.requireNonNull(sums.get(part == Part.LOG));
  }

  /** Writes the noise to a place in the part, and returns where that was. */
  String flip(Path file, Part part, Random random, byte[] noise) throws IOException {
    Path changed = part == Part.LOG ? logOf(file) : file;
    long at =
        switch (part) {
          case HEADERS -> place(random, HEADER_BYTES - noise.length);
          case ANYWHERE, LOG ->
              random.nextInt(4) == 0
                  ? random.nextInt(128)
                  : place(random, Files.size(changed) - noise.length);
          case METADATA -> within(metadataBlocks, random, noise.length);
          case DATA -> within(dataBlocks, random, noise.length);
        };
    return flip(changed, at, noise);
  }

  /** Overwrites bytes of a file, each of which becomes another. */
  static String flip(Path changed, long at, byte[] noise) throws IOException {
    byte[] bytes = noise.clone();
    try (FileChannel channel =
        FileChannel.open(changed, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer before = ByteBuffer.allocate(bytes.length);
      channel.read(before, at);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (bytes[i] == before.get(i) ? bytes[i] ^ 1 : bytes[i]);
      }
      channel.write(ByteBuffer.wrap(bytes), at);
      return "%s at %d of %s, where was %s"
          .formatted(
              Arrays.toString(bytes), at, changed.getFileName(), Arrays.toString(before.array()));
    }
  }

  /** Returns of each table with other rows: name, how many are missing, how many are too many. */
  List<String> unlike(Path repaired, Part part) {
    Path was = folder.resolve(part == Part.LOG ? "worked.duckdb" : "closed/c.duckdb");
    List<String> unlike = new ArrayList<>();
    try (Catalog catalog = Catalog.open(repaired, CatalogSettings.DEFAULTS)) {
      TestSql.rows(catalog, "ATTACH '%s' AS was (READ_ONLY)".formatted(was));
      TestSql.rows(catalog, "CREATE SCHEMA IF NOT EXISTS mine");
      TestSql.rows(catalog, "CREATE TABLE IF NOT EXISTS mine.notes AS FROM was.mine.notes LIMIT 0");
      for (String table : TABLES) {
        String other = "was." + (table.contains(".") ? table : "main." + table);
        String counts = TestSql.rows(catalog, UNLIKE.formatted(table, other)).get(0);
        if (!counts.equals("0|0")) {
          unlike.add(table + " " + counts);
        }
      }
    }
    return unlike;
  }

  /** Tells whether rows are only missing. */
  static boolean isFewer(String unlike) {
    return unlike.endsWith("|0");
  }

  static Path logOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private Path file(Part part) {
    return folder.resolve(part == Part.LOG ? "open" : "closed").resolve("c.duckdb");
  }

  private void findBlocks(Catalog catalog) {
    for (String block :
        TestSql.rows(catalog, "SELECT DISTINCT block_id FROM pragma_metadata_info()")) {
      metadataBlocks.add(Long.parseLong(block));
    }
    for (String table : TABLES) {
      for (String block :
          TestSql.rows(
              catalog,
              "SELECT DISTINCT block_id FROM pragma_storage_info('%s') WHERE block_id >= 0"
                  .formatted(table))) {
        dataBlocks.add(Long.parseLong(block));
      }
    }
    assertThat(metadataBlocks).isNotEmpty();
    assertThat(dataBlocks).isNotEmpty();
  }

  private static String sums(Catalog catalog) {
    return "t,n,h\n" + String.join("\n", TestSql.rows(catalog, SUMS)).replace('|', ',') + "\n";
  }

  private static void photos(Catalog catalog) {
    TestSql.rows(
        catalog,
        """
        INSERT INTO inat_photos BY NAME
        SELECT
            uuid() AS photo_uuid, r AS photo_id, uuid() AS observation_uuid, r % 97 AS observer_id,
            'jpg' AS extension, 'CC-BY' AS license, 640 AS width, 480 AS height, r % 3 AS position
        FROM range(20000) AS t (r)
        """);
  }

  private static void batch(Catalog catalog, int number) {
    TestSql.rows(
        catalog,
        """
        INSERT INTO download_events BY NAME
        SELECT
            %1$d AS run_id, 1 AS manifest_id, r AS file_id, 'done' AS state, 1 AS attempt,
            sha256(r::VARCHAR || '%1$d')::BLOB AS sha256, TIMESTAMPTZ '2026-11-19 10:00:00Z' AS happened_at
        FROM range(500) AS t (r)
        """
            .formatted(number));
    TestSql.rows(
        catalog,
        "INSERT INTO mine.notes SELECT %d000 + r, 'note ' || uuid() FROM range(500) AS t (r)"
            .formatted(number));
  }

  private static long within(List<Long> blocks, Random random, int length) {
    long block = blocks.get(random.nextInt(blocks.size()));
    // Most of what a block holds is at its beginning.
    int end = BLOCK_BYTES / (1 << random.nextInt(6));
    return HEADER_BYTES + block * BLOCK_BYTES + place(random, end - length);
  }

  private static long place(Random random, long end) {
    return (long) (random.nextDouble() * end);
  }
}
