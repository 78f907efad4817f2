package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of addresses as texts: every form, and what is odd or hostile about them. */
final class UrlFormsTest {
  private static final String ROWS =
      "SELECT line, address, label, caption FROM urls_photos ORDER BY line, address";
  private static final String REJECTS =
      "SELECT line, text, reason FROM ingest_rejects ORDER BY line";

  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @AfterEach
  void forget() {
    photocat.forget();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "comma.csv#url,label,caption|https://h/1.jpg,a,\"x,\"\"y\"\"\"|https://h/2.jpg,b,",
        "semicolon.csv#url;label;caption|https://h/1.jpg;a;\"x,\"\"y\"\"\"|https://h/2.jpg;b;",
        "sep.csv#sep=;|url;label;caption|https://h/1.jpg;a;\"x,\"\"y\"\"\"|https://h/2.jpg;b;",
        "tab.tsv#url~label~caption|https://h/1.jpg~a~x,\"y\"|https://h/2.jpg~b~",
        "quoted.tsv#\"url\"~label~caption|https://h/1.jpg~\"a\"~\"x,\"\"y\"\"\"|https://h/2.jpg~b~",
        "lines.jsonl#{\"url\":\"https://h/1.jpg\",\"label\":\"a\",\"caption\":\"x,\\\"y\\\"\"}"
            + "|{\"label\":\"b\",\"url\":\"https://h/2.jpg\",\"caption\":null}",
        "array.json#[{\"url\":\"https://h/1.jpg\",\"label\":\"a\",\"caption\":\"x,\\\"y\\\"\"},"
            + "|{\"label\":\"b\",\"url\":\"https://h/2.jpg\",\"caption\":\"\"}]",
        "pretty.json#[|{|\"url\":\"https://h/1.jpg\",|\"label\":\"a\",\"caption\":\"x,\\\"y\\\"\"|},"
            + "|{\"label\":\"b\",\"url\":\"https://h/2.jpg\"}|]",
        "pretty.objects#{|\"url\":\"https://h/1.jpg\",|\"label\":\"a\",\"caption\":\"x,\\\"y\\\"\"|}"
            + "|{\"label\":\"b\",\"url\":\"https://h/2.jpg\"}",
      })
  void textsWithTheSameRows(String name, String lines) throws IOException {
    String text = lines.replace('|', '\n').replace('~', '\t') + "\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(folder.resolve(name), ("\uFEFF" + text).getBytes(charset));
      holdsBoth(name);
    }
    Files.writeString(folder.resolve(name), text.replace("\n", "\r\n"));
    holdsBoth(name);
    Files.write(folder.resolve(name + ".gz"), gzipped(text));
    holdsBoth(name + ".gz");
  }

  private static void holdsBoth(String name) {
    photocat.done("ingest", "urls", name, "--name", "one");

    assertThat(photocat.rows("SELECT address, label, caption FROM urls_photos ORDER BY line"))
        .as(name)
        .containsExactly("https://h/1.jpg|a|x,\"y\"", "https://h/2.jpg|b|null");
  }

  @Test
  void cellsMayHoldLineBreaksAndLinesAreCountedAsTheyStand() throws IOException {
    write("broken.csv", "caption,url\n\"one\ntwo\",https://h/1.jpg\n\nx,https://h/2.jpg\n");

    photocat.done("ingest", "urls", "broken.csv");

    assertThat(photocat.rows("SELECT line, caption FROM urls_photos ORDER BY line"))
        .containsExactly("2|one\ntwo", "5|x");
  }

  @Test
  void rowsThatAreAmissAreKeptWithTheirLines() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(utf8("url,caption\nhttps://h/1.jpg,a\n,none\nhttps://h/2.jpg\n"));
    text.writeBytes(
        new byte[] {'h', 't', 't', 'p', ':', '/', '/', 'h', (byte) 0xff, ',', 'x', '\n'});
    text.writeBytes(utf8("https://h/3.jpg,a\0b\n\"  \",blank\nhttps://h/4.jpg,\"open\n"));
    Files.write(folder.resolve("bad.csv"), text.toByteArray());

    assertThat(photocat.run("ingest", "urls", "bad.csv")).isEqualTo(3);

    assertThat(photocat.said())
        .contains("warning: 6 rows could not be loaded; the table ingest_rejects says which");
    assertThat(photocat.rows("SELECT line, reason FROM ingest_rejects ORDER BY line"))
        .containsExactly(
            "3|it has no address",
            "4|1 columns found, 2 expected",
            "5|the row is not in UTF-8",
            "6|a NUL is in the row",
            "7|it has no address",
            "8|a quoted cell has no closing quote");
    assertThat(photocat.rows("SELECT text FROM ingest_rejects WHERE line IN (3, 7) ORDER BY line"))
        .containsExactly("none", "  ,blank");
    assertThat(photocat.rows("SELECT rejected_rows FROM snapshot_tables")).containsExactly("6");
  }

  @Test
  void badJsonCostsItsLineOnly() throws IOException {
    write(
        "bad.jsonl",
        """
        {"url":"https://h/1.jpg"}
        {"url":"https://h/2
        null
        [1]
        {}
        {"url":{"a":[1,{"b":null}]}}
        {"url":"https://h/3.jpg","URL":"u","":1}
        """);

    assertThat(photocat.run("ingest", "urls", "bad.jsonl")).isEqualTo(3);

    assertThat(photocat.rows(REJECTS))
        .containsExactly(
            "2|{\"url\":\"https://h/2|it is no JSON object",
            "3|null|it is no JSON object",
            "4|[1]|it is no JSON object",
            "5|{}|it has no address");
    assertThat(photocat.rows("SELECT line, address, form FROM urls_photos ORDER BY line"))
        .containsExactly(
            "1|https://h/1.jpg|file",
            "6|{\"a\":[1,{\"b\":null}]}|not_web",
            "7|https://h/3.jpg|file");
  }

  @Test
  void valuesOfJsonBecomeText() throws IOException {
    write(
        "values.json",
        "[{\"url\":\"https://h/1.jpg\",\"tags\":[\"a\",\"b\"],\"n\":12345678901234567890123,\"t\":true,"
            + "\"f\":0.25,\"a/b~c\":\"slash\",\"it's\\\"\":\"q\"}, \"https://h/2.jpg\"]");

    photocat.done("ingest", "urls", "values.json");

    assertThat(
            photocat.rows(
                "SELECT address, tags, n, t, f, \"a/b~c\", \"it's\"\"\" FROM urls_photos ORDER BY address"))
        .containsExactly(
            "https://h/1.jpg|[\"a\",\"b\"]|12345678901234567890123|true|0.25|slash|q",
            "https://h/2.jpg|null|null|null|null|null|null");
  }

  @Test
  void aCutArrayIsRefused() throws IOException {
    write("cut.json", "[{\"url\":\"https://h/1.jpg\"},{\"url\":\"https://h/2");

    assertThat(photocat.run("ingest", "urls", "cut.json")).isEqualTo(1);

    assertThat(photocat.said()).endsWith("it ends too early, before its last bracket");
    assertThat(photocat.rows(ROWS.replace(", label, caption", ""))).isEmpty();
  }

  @Test
  void plainListsAndThoseOfAria2() throws IOException {
    write(
        "plain.txt",
        "# fetched today\nhttps://h/a,b;c|d.jpg?x=\"1\"\n\n  https://h/2 b.jpg\nftp://h/3.jpg\nno address\n");
    photocat.done("ingest", "urls", "plain.txt");
    assertThat(photocat.rows("SELECT line, address, form FROM urls_photos ORDER BY line"))
        .containsExactly(
            "2|https://h/a,b;c|d.jpg?x=\"1\"|file",
            "4|https://h/2 b.jpg|file",
            "5|ftp://h/3.jpg|not_web",
            "6|no address|not_web");

    write(
        "aria2.txt",
        """
        https://h/1.jpg\thttps://m/1.jpg\thttps://n/1.jpg
          out=1_large.jpg
        \tdir=/d/Quercus_robur/
        https://h/2.jpg
          out=Quercus robur/1.jpg
          out=Åland/Apis mellifera/2.jpg
          header=A: b
          header=C: d
        #x
        https://h/3.jpg
        """);
    photocat.done("ingest", "urls", "aria2.txt", "--name", "plain");

    assertThat(
            photocat.rows(
                "SELECT line, address, mirrors, out, dir, header, label FROM urls_photos ORDER BY line"))
        .containsExactly(
            "1|https://h/1.jpg|https://m/1.jpg https://n/1.jpg|1_large.jpg|/d/Quercus_robur/|null|Quercus_robur",
            "4|https://h/2.jpg|null|Åland/Apis mellifera/2.jpg|null|A: b C: d|Apis mellifera",
            "10|https://h/3.jpg|null|null|null|null|null");
    assertThat(photocat.rows("SELECT name FROM taxa WHERE source = 'urls' ORDER BY name"))
        .containsExactly("Apis mellifera", "Quercus robur");

    write("errors.log", "https://h/1.jpg 404\nhttps://h/2.jpg 503\nhttps://h/3.jpg None\n");
    photocat.done("ingest", "urls", "errors.log", "--name", "plain");
    assertThat(photocat.rows("SELECT address, status FROM urls_photos ORDER BY line"))
        .containsExactly("https://h/1.jpg|404", "https://h/2.jpg|503", "https://h/3.jpg|None");
  }

  @Test
  void tablesWithoutAHeader() throws IOException {
    write("headless.csv", "Quercus robur,https://h/1.jpg\nApis mellifera,https://h/2.jpg\n");

    photocat.done("ingest", "urls", "headless.csv", "--label", "column_1");

    assertThat(photocat.rows("SELECT line, address, label FROM urls_photos ORDER BY line"))
        .containsExactly("1|https://h/1.jpg|Quercus robur", "2|https://h/2.jpg|Apis mellifera");
  }

  @Test
  void aLoneColumnIsNotTakenApart() throws IOException {
    write("lone.csv", "url\nhttps://h/a,b.jpg\nhttps://h/c;d.jpg\n\"https://h/e|f.jpg\"\n");

    photocat.done("ingest", "urls", "lone.csv");

    assertThat(photocat.rows("SELECT address FROM urls_photos ORDER BY line"))
        .containsExactly("https://h/a,b.jpg", "https://h/c;d.jpg", "https://h/e|f.jpg");
  }

  @Test
  void gbifsAndINaturalistsColumns() throws IOException {
    write(
        "gbif-dl.csv",
        """
        label,url,rightsHolder,license,basename,publisher,subset
        5352251,https://h/1.jpg,Ann,http://creativecommons.org/licenses/by/4.0/,ab12,X,train
        """);
    write(
        "observations.csv",
        """
        id,observed_on,user_login,url,image_url,license,scientific_name,latitude,longitude,quality_grade
        7,2024-05-01,ann,https://i/observations/7,https://h/7.jpg,CC-BY,Viola alba,1.5,-2,research
        """);
    write(
        "gbifxdl.tsv",
        """
        gbifID\tclass\tgenus\tspecies\tspeciesKey\tidentifier\tformat\tlicense\tcreator\tsource
        9\tMagnoliopsida\tViola\tViola alba\t1\thttps://h/9\timage/jpeg\tCC_BY_4_0\tBob\tiNaturalist
        """);
    write("epithets.csv", "genus,species,link\nViola,alba,https://h/10.jpg\n");

    photocat.done(
        "ingest", "urls", "gbif-dl.csv", "observations.csv", "gbifxdl.tsv", "epithets.csv");

    assertThat(
            photocat.rows(
                """
                SELECT file, url, label, license, license_version, observer_name, photo_key, observation_key, photo_page,
                    observed_on, latitude, row_source, row_quality_grade, subset
                FROM candidates_urls ORDER BY url
                """))
        .containsExactly(
            "gbif-dl.csv|https://h/1.jpg|5352251|CC-BY|4.0|Ann|ab12|null|null|null|null|null|null|train",
            "epithets.csv|https://h/10.jpg|Viola alba|UNKNOWN|null|null|https://h/10.jpg|null|null|null|null|null|null|null",
            "observations.csv|https://h/7.jpg|Viola alba|CC-BY|null|ann|7|null|https://i/observations/7|2024-05-01|1.5|null|research|null",
            "gbifxdl.tsv|https://h/9|Viola alba|CC-BY|4.0|Bob|https://h/9|9|null|null|null|iNaturalist|null|null");
    assertThat(photocat.rows("SELECT name FROM snapshots")).containsExactly("gbif-dl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b,c~1,2,3#none of its columns is known to hold addresses; its columns are a, b, c",
        "url,label#cannot ingest odd: it holds no rows",
        "''#it is empty",
        "~~ ~#it is empty",
        "url~\"\"#cannot ingest odd: none of its 1 row can be loaded; line 2: it has no address",
        "<!DOCTYPE html><html>#it is a web page",
        "<?xml version=\"1.0\"?>#it is XML",
        "PK^zip#it is a zip archive or a workbook",
        "[]#it holds no rows",
        "{\"images\": [{\"u\": 1}]}#none of its columns is known to hold addresses; its columns are images",
      })
  void whatIsNoListIsRefused(String text, String said) throws IOException {
    write("odd.csv", text.replace('~', '\n').replace("^", "\3\4"));

    assertThat(photocat.run("ingest", "urls", "odd.csv")).isEqualTo(1);

    assertThat(photocat.said()).contains(said);
    assertThat(photocat.rows("SELECT count(*) FROM snapshots")).containsExactly("0");
  }

  @Test
  void linesAreNotLongerThanTheyMayBe() throws IOException {
    write(
        "long.txt",
        "https://h/1.jpg\n\nhttps://h/" + "a".repeat(3_000_000) + "\nhttps://h/2.jpg\n");

    assertThat(photocat.run("ingest", "urls", "long.txt")).isEqualTo(3);

    assertThat(photocat.rows("SELECT line, left(text, 15), reason FROM ingest_rejects"))
        .containsExactly("3|{\"url\":\"https:/|the row is longer than 1 MB");
    assertThat(photocat.rows("SELECT line FROM urls_photos ORDER BY line"))
        .containsExactly("1", "4");
    String deep = "[".repeat(400_000) + "]".repeat(400_000);
    write("deep.jsonl", "{\"url\":\"https://h/1.jpg\",\"x\":%s}\n".formatted(deep));
    photocat.done("ingest", "urls", "deep.jsonl");
    assertThat(photocat.rows("SELECT length(x) FROM urls_photos WHERE x IS NOT NULL"))
        .containsExactly("800000");
  }

  @Test
  void headersThatAreNoTextAreRefused() throws IOException {
    Files.write(folder.resolve("latin.csv"), "url;n\u00e4me\nhttps://h/1.jpg;x\n".getBytes(LATIN));
    assertThat(photocat.run("ingest", "urls", "latin.csv")).isEqualTo(1);
    assertThat(photocat.said()).contains("latin.csv: its first line is no header: not in UTF-8");

    Files.write(folder.resolve("wide.csv"), "url\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(photocat.run("ingest", "urls", "wide.csv")).isEqualTo(1);
    assertThat(photocat.said()).contains("it holds NULs: no text, or UTF-16 without a byte order");
  }

  @Test
  void namedColumnsMustBeThere() throws IOException {
    write("named.csv", "a,b\nhttps://h/1.jpg,x\n");

    assertThat(photocat.run("ingest", "urls", "named.csv", "--url", "A", "--label", "c"))
        .isEqualTo(1);
    assertThat(photocat.said())
        .endsWith("named.csv: it has no column 'c'\nhint: --label may name one of a, b");
    assertThat(photocat.run("ingest", "urls", "named.csv", "--table", "t")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("it is no SQLite database\nhint: leave out --table");
  }

  @Test
  void manyColumns() throws IOException {
    try (CommandRunner fresh = new CommandRunner(folder)) {
      write("wide.csv", wide(900));
      fresh.done("ingest", "urls", "wide.csv", "--name", "list");
      assertThat(fresh.rows("SELECT c0, c899 FROM candidates_urls WHERE c7 = '7'"))
          .containsExactly("0|899");

      write("wide.csv", wide(5_000));
      assertThat(fresh.run("ingest", "urls", "wide.csv", "--name", "list")).isEqualTo(1);
      assertThat(fresh.said())
          .contains(
              "with 4,100 more columns the table urls_photos would have 5021, more than 1000");
      assertThat(fresh.rows("SELECT c0 FROM candidates_urls")).containsExactly("0");
    }
  }

  private static String wide(int columns) {
    String header =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, columns).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    return "url," + header + "\nhttps://h/1.jpg," + row + "\n";
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
