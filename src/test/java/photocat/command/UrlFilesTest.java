package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of addresses in Parquet, in SQLite, in folders and by patterns. */
final class UrlFilesTest {
  private static final String FILES = "SELECT file, line, address FROM urls_photos ORDER BY ALL";

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void parquet(String name, String query) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    photocat.rows("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
  }

  @Test
  void parquetWithNestedColumns() throws IOException {
    parquet(
        "data.parquet",
        """
        SELECT * FROM (VALUES
            ('https://h/1.jpg', 'Viola alba', {'a': 1, 'b': [2]}, [1.5, NULL], MAP {'k': 'v'}, 0.25::DOUBLE, DATE '2024-05-01',
                '\\xFF'::BLOB, 'text'::BLOB, {'bytes': '\\xFF'::BLOB}, 'street'),
            (' ', 'Viola alba', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
        ) t(url, species, s, l, m, similarity, date, jpg, raw, image, address)
        """);

    assertThat(photocat.run("ingest", "urls", "data.parquet")).as(photocat.said()).isEqualTo(3);

    assertThat(
            photocat.rows(
                "SELECT line, label, s, l, m, similarity, jpg, raw, image, row_address, observed_on FROM candidates_urls"))
        .containsExactly(
            "1|Viola alba|{\"a\":1,\"b\":[2]}|[1.5,null]|{\"k\":\"v\"}|0.25|null|text|null|street|2024-05-01");
    assertThat(photocat.rows("SELECT file, line, reason FROM ingest_rejects ORDER BY line"))
        .containsExactly("data.parquet|2|it has no address", "data.parquet|3|it has no address");
    assertThat(photocat.rows("SELECT text FROM ingest_rejects WHERE line = 2").get(0))
        .startsWith("{\"url\":\" \",\"species\":\"Viola alba\"");
  }

  @Test
  void damagedParquetLeavesTheListBefore() throws IOException {
    parquet("data.parquet", "SELECT 'https://h/' || i AS url FROM range(10000) t(i)");
    photocat.done("ingest", "urls", "data.parquet");
    byte[] bytes = Files.readAllBytes(folder.resolve("data.parquet"));
    for (int i = 100; i < 2000; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(folder.resolve("data.parquet"), bytes);

    assertThat(photocat.run("ingest", "urls", "data.parquet")).isEqualTo(1);

    assertThat(photocat.said()).startsWith("error: cannot read ").contains("data.parquet: ");
    assertThat(photocat.rows("SELECT count(*) FROM candidates_urls")).containsExactly("10000");
  }

  @Test
  void tablesAndViewsOfSqlite() throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("photos.db"));
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE t (link TEXT, \"the \"\"label\" TEXT, n INTEGER, b BLOB)");
      statement.execute("INSERT INTO t VALUES ('https://h/1.jpg', 'a \"b\"\nc\\', 7, x'00ff')");
      statement.execute("INSERT INTO t VALUES (NULL, 'x', 8, NULL)");
      statement.execute("CREATE VIEW v AS SELECT link AS url, n * 2 AS twice FROM t");
    }

    assertThat(photocat.run("ingest", "urls", "photos.db")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("its tables are t, v\nhint: say which with --table NAME");
    assertThat(
            photocat.run("ingest", "urls", "photos.db", "--table", "t", "--label", "the \"label"))
        .isEqualTo(3);
    assertThat(photocat.rows("SELECT line, address, label, n, b FROM urls_photos"))
        .containsExactly("1|https://h/1.jpg|a \"b\"\nc\\|7|null");
    assertThat(photocat.rows("SELECT line, reason FROM ingest_rejects"))
        .containsExactly("2|it has no address");
    assertThat(photocat.run("ingest", "urls", "photos.db", "--table", "V")).isEqualTo(3);
    assertThat(photocat.rows("SELECT address, twice FROM urls_photos"))
        .containsExactly("https://h/1.jpg|14");
  }

  @Test
  void noCellIsCutAndNoRowLongerThanInTexts() throws IOException, SQLException {
    String rows =
        """
        SELECT 1 AS id, 'https://h/1.jpg' AS url, replace(%1$s, 'z', 'x') AS label, 2 AS row_bytes
        UNION ALL SELECT 2, 'https://h/2.jpg', replace(%2$s, 'z', 'x'), 2
        """;
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("long.db"));
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE VIEW photos AS "
              + rows.formatted("printf('%.*c', 200000, 'z')", "printf('%.*c', 1100000, 'z')"));
    }
    parquet("long.parquet", rows.formatted("repeat('z', 200000)", "repeat('z', 1100000)"));

    for (String file : new String[] {"long.db", "long.parquet"}) {
      assertThat(photocat.run("ingest", "urls", file, "--name", "long"))
          .as(photocat.said())
          .isEqualTo(3);

      assertThat(
              photocat.rows("SELECT photo_key, length(label), row_row_bytes FROM candidates_urls"))
          .containsExactly("1|200000|2");
      assertThat(photocat.rows("SELECT file, line, reason FROM ingest_rejects"))
          .containsExactly(file + "|2|the row is longer than 1 MB");
    }
  }

  @Test
  void parquetWhoseRowsTakeFarMoreThanItselfIsRefused() throws IOException {
    String rows =
        "SELECT 'https://h/' || i AS url, label FROM range(%d) AS r (i)"
            + " CROSS JOIN (SELECT repeat('z', 1000000) AS label)";
    parquet("few.parquet", rows.formatted(200));
    parquet("many.parquet", rows.formatted(300));

    photocat.done("ingest", "urls", "few.parquet");
    assertThat(photocat.run("ingest", "urls", "many.parquet")).isEqualTo(1);

    assertThat(photocat.said())
        .endsWith(
            "many.parquet: its rows take 300 MB, more than 200 times its size\n"
                + "hint: leave out the column whose long values stand in many rows");
    assertThat(photocat.rows("SELECT name FROM snapshots")).containsExactly("few");
  }

  @Test
  void longCellsOfParquetAreKeptCut() throws IOException {
    parquet(
        "long.parquet",
        "SELECT 'https://h/1' AS url, repeat('z', 1100000) AS label, 5 AS n UNION ALL SELECT 'https://h/2', 'b', 6");
    assertThat(photocat.run("ingest", "urls", "long.parquet")).isEqualTo(3);

    assertThat(photocat.rows("SELECT text FROM ingest_rejects"))
        .containsExactly(
            "{\"url\":\"https://h/1\",\"label\":\"%s\",\"n\":\"5\"}".formatted("z".repeat(200)));
  }

  @Test
  void ofAFolderTheParquetFilesCountAndThenTheTexts() throws IOException {
    parquet("mixed/b/2.parquet", "SELECT 'https://h/2.jpg' AS url, 'x' AS c");
    parquet("mixed/1.PARQUET", "SELECT 'https://h/1.jpg' AS \"URL\", 1 AS d");
    for (String litter : new String[] {"_SUCCESS", ".x.parquet", "stats.json", "00000.jpg"}) {
      Files.writeString(folder.resolve("mixed").resolve(litter), "no list");
    }
    Files.createDirectories(folder.resolve("texts"));
    Files.writeString(folder.resolve("texts/a.txt"), "https://h/3.jpg\n");
    Files.writeString(folder.resolve("texts/b.jsonl"), "{\"url\":\"https://h/4.jpg\"}\n");
    Files.writeString(folder.resolve("texts/README.md"), "no list");

    photocat.done("ingest", "urls", "mixed");
    assertThat(photocat.said()).startsWith("passed over 2 files of ").contains("2 files in ");
    photocat.done("ingest", "urls", "texts");

    assertThat(photocat.rows(FILES))
        .containsExactly(
            "1.PARQUET|1|https://h/1.jpg",
            "a.txt|1|https://h/3.jpg",
            "b.jsonl|1|https://h/4.jpg",
            "b/2.parquet|1|https://h/2.jpg");
    assertThat(photocat.rows("SELECT name FROM snapshots ORDER BY name"))
        .containsExactly("mixed", "texts");
  }

  @Test
  void patternsAndOddNames() throws IOException {
    for (String name : new String[] {"part-1.csv", "part-2.csv", "other.csv", "odd[1]*.csv"}) {
      Files.writeString(folder.resolve(name), "url\nhttps://h/%s\n".formatted(name.length()));
    }
    parquet("odd[2].parquet", "SELECT 'https://h/p' AS url");

    photocat.done("ingest", "urls", "part-*.csv");
    assertThat(photocat.rows(FILES))
        .containsExactly("part-1.csv|2|https://h/10", "part-2.csv|2|https://h/10");
    assertThat(photocat.rows("SELECT name FROM snapshots")).containsExactly("part");
    photocat.done("ingest", "urls", "odd[1]*.csv", "odd[2].parquet", "--name", "part");
    assertThat(photocat.rows(FILES))
        .containsExactly("odd[1]*.csv|2|https://h/11", "odd[2].parquet|1|https://h/p");

    assertThat(photocat.run("ingest", "urls", "nothing-*.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("nothing-*.csv: no file matches");
    assertThat(photocat.run("ingest", "urls", "part-1.csv", "nothing.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("nothing.csv: there is no such file");
    Files.createDirectories(folder.resolve("empty"));
    assertThat(photocat.run("ingest", "urls", "empty")).isEqualTo(1);
    assertThat(photocat.said()).contains("empty: the folder holds no list of addresses");
    assertThat(photocat.rows("SELECT count(*) FROM urls_photos")).containsExactly("2");
  }

  @Test
  void aListTakesThePlaceOfTheOneOfItsName() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        "url,label,mine\nhttps://h/1.jpg,Viola alba,x\nhttps://h/1.jpg,Apis,\n,,\n");
    Files.writeString(folder.resolve("b.csv"), "url,label\nhttps://h/2.jpg,Viola alba\n");
    photocat.run("ingest", "urls", "a.csv");
    photocat.done("ingest", "urls", "b.csv");
    assertThat(photocat.rows("SELECT name, rank FROM taxa ORDER BY name"))
        .containsExactly("Apis|label", "Viola alba|species");

    Files.writeString(folder.resolve("a.csv"), "url,label\nhttps://h/3.jpg,Viola\n");
    photocat.done("ingest", "urls", "a.csv");

    assertThat(photocat.rows(FILES))
        .containsExactly("a.csv|2|https://h/3.jpg", "b.csv|2|https://h/2.jpg");
    assertThat(photocat.rows("SELECT name FROM taxa ORDER BY name"))
        .containsExactly("Viola", "Viola alba");
    assertThat(photocat.rows("SELECT count(*) FROM ingest_rejects")).containsExactly("0");
    assertThat(photocat.rows("SELECT count(mine), count(*) FROM candidates_urls"))
        .containsExactly("0|2");
  }

  @Test
  void onlyNamesThatDifferInAuthorshipAreOneTaxon() throws IOException {
    Files.writeString(
        folder.resolve("labels.csv"),
        """
        label,url
        Quercus robur,https://h/1.jpg
        "Quercus robur Linnaeus, 1753",https://h/2.jpg
        Quercus_robur,https://h/3.jpg
        quercus robur,https://h/4.jpg
        Quercus robur subsp. robur,https://h/5.jpg
        × Agropogon littoralis,https://h/6.jpg
        Quercus,https://h/7.jpg
        a photo of number 1901,https://h/8.jpg
        a photo of number 1902,https://h/9.jpg
        00017_cat,https://h/10.jpg
        """);

    photocat.done("ingest", "urls", "labels.csv");

    assertThat(
            photocat.rows(
                """
                SELECT taxa.name, rank, count(*) FROM taxa JOIN urls_taxa USING (taxon_id, rank) GROUP BY ALL ORDER BY ALL
                """))
        .containsExactly(
            "00017_cat|label|1",
            "Quercus|label|1",
            "Quercus robur|species|3",
            "Quercus robur subsp. robur|subspecies|1",
            "a photo of number 1901|label|1",
            "a photo of number 1902|label|1",
            "quercus robur|label|1",
            "× Agropogon littoralis|species|1");
    assertThat(
            photocat.rows(
                "SELECT DISTINCT canonical_name FROM taxa WHERE lower(name) = 'quercus robur'"))
        .containsExactly("quercus robur");
  }

  @Test
  void aStoppedIngestLeavesTheListBefore() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "url\nhttps://h/1.jpg\n");
    photocat.done("ingest", "urls", "a.csv");
    Files.writeString(folder.resolve("a.csv"), "url,new\nhttps://h/2.jpg,x\n");

    assertThat(photocat.runStopped("ingest", "urls", "a.csv")).isEqualTo(130);

    assertThat(photocat.rows(FILES)).containsExactly("a.csv|2|https://h/1.jpg");
    assertThat(photocat.rows("SELECT count(*) FROM snapshots")).containsExactly("1");
    photocat.done("ingest", "urls", "a.csv");
    assertThat(photocat.rows("SELECT new FROM candidates_urls")).containsExactly("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[\"https://h/1.jpg\",{},\"https://h/2.jpg\",null,{\"url\":\"https://h/3.jpg\"}]",
        "[\"https://h/1.jpg\",|{},|\"https://h/2.jpg\",null,{|\"url\":\"https://h/3.jpg\"}|]",
        "[\"https://h/1.jpg\",{},\"https://h/2.jpg\"]|null {\"url\":\"https://h/3.jpg\"}"
      })
  void itemsOfAnArrayHaveTheirNumber(String array) throws IOException {
    Files.writeString(folder.resolve("array.json"), array.replace('|', '\n'));

    assertThat(photocat.run("ingest", "urls", "array.json")).isEqualTo(3);

    assertThat(photocat.rows("SELECT line, text, reason FROM ingest_rejects ORDER BY line"))
        .containsExactly("2|{}|it has no address", "4|null|it is no JSON object");
    assertThat(photocat.rows("SELECT line, address FROM urls_photos ORDER BY line"))
        .containsExactly("1|https://h/1.jpg", "3|https://h/2.jpg", "5|https://h/3.jpg");
  }
}
