package photocat.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortlistTextTest {
  private static final String ENTRIES =
      "SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL";

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

  @BeforeEach
  void forget() {
    photocat.forget();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list.csv.gz", "list.tsv.gz", "list.any"})
  void inflatesATable(String file) throws IOException {
    pack(file, "key\tname\n1\tIsoëtes lacustris\n");

    photocat.done("shortlist", "load", file);

    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Isoëtes lacustris");
    assertThat(photocat.rows("SELECT list FROM shortlist_lists")).containsExactly("list");
  }

  @Test
  void inflatesAPlainList() throws IOException {
    pack("list.txt.gz", "Apis mellifera Linnaeus, 1758\n\n\"Bob\" alba\n");

    photocat.done("shortlist", "load", "list.txt.gz");

    assertThat(photocat.said())
        .isEqualTo(
            """
            list.txt.gz: 2 taxa (2 new), 2 spellings new, 0 rows rejected
            list.txt.gz: a name on each line\
            """);
    assertThat(photocat.rows("SELECT scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("\"Bob\" alba", "Apis mellifera Linnaeus, 1758");
  }

  @Test
  void saysWhatIsWrongWithAPackedFile() throws IOException {
    pack("cut.csv.gz", "name\nApis mellifera\n");
    byte[] whole = Files.readAllBytes(folder.resolve("cut.csv.gz"));
    Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12));

    assertThat(photocat.run("shortlist", "load", "cut.csv.gz")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("cut.csv.gz: inside gzip data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void readsTextWithAByteOrderMark(String charset) throws IOException {
    Files.write(
        folder.resolve("list.txt"),
        "\uFEFFkey\tname\r\n1\tIsoëtes 🌿\r\n".getBytes(Charset.forName(charset)));

    photocat.done("shortlist", "load", "list.txt");

    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Isoëtes 🌿");
  }

  @Test
  void tellsTextThatItCannotRead() throws IOException {
    Files.write(
        folder.resolve("list.csv"), "key,name\n1,Apis\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(1);
    assertThat(photocat.said())
        .endsWith(
            "list.csv: line 1 holds U+0000, so it is no text, or UTF-16 without a byte order mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\r\nkey;name\r\n1;Apis, mellifera\r\n",
        "SEP=\t\nkey\tname\n1\tApis, mellifera\n",
        "\uFEFF\"sep=#\"\nkey#name\n1#Apis, mellifera\n"
      })
  void heedsTheSeparatorThatExcelIsTold(String content) throws IOException {
    write("list.csv", content);

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.rows(ENTRIES)).containsExactly("1|Apis, mellifera");
  }

  @Test
  void warnsOfNamesWithALineBreak() throws IOException {
    write(
        "list.csv", "key,name\n1,\"Apis\nmellifera\"\n2,\"Mantis\r\nreligiosa\"\n3,\"Bellis\n\"\n");

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .endsWith(
            "\nwarning: 2 names have a line break; look whether a quote there has swallowed rows");
    assertThat(photocat.rows("SELECT count(*) FROM shortlist")).containsExactly("3");
  }

  @Test
  void readsWideTablesAndNamesTheBoundOfWiderOnes() throws IOException {
    String more = IntStream.range(0, 16_000).mapToObj(i -> ",c" + i).collect(joining());
    write("wide.csv", "key,name" + more + "\n1,Apis mellifera" + ",5".repeat(16_000) + "\n");
    write("unknown.csv", "a" + more + "\n1" + ",5".repeat(16_000) + "\n");
    write("wider.csv", "key,name" + more.repeat(12) + "\n1,Apis mellifera\n");
    write(
        "longer.csv", "key,name" + ("," + "x".repeat(60_000)).repeat(20) + "\n1,Apis mellifera\n");
    write("long.csv", "x".repeat(1 << 17) + "\nApis mellifera\n");

    photocat.done("shortlist", "load", "wide.csv");
    assertThat(photocat.rows("SELECT cells['c15999'], cardinality(cells) FROM shortlist_rows"))
        .containsExactly("5|16002");
    assertThat(photocat.run("shortlist", "load", "unknown.csv")).isEqualTo(1);
    assertThat(photocat.said()).contains("c48, …, none of them is known to hold names");
    assertThat(photocat.run("shortlist", "load", "wider.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("wider.csv: line 1 has more than 16,384 cells");
    assertThat(photocat.run("shortlist", "load", "longer.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("longer.csv: line 1 is longer than 1 MB");
    assertThat(photocat.run("shortlist", "load", "long.csv")).isEqualTo(1);
    assertThat(photocat.said()).endsWith("long.csv: a cell of line 1 is longer than 64 KB");
  }

  @Test
  void namesTheLineWhereAQuoteOpened() throws IOException {
    write("list.csv", "sep=,\nname,x\n\"Apis\n\n mellifera\",\"y\n0\nMantis,1\n");

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(1);

    assertThat(photocat.said())
        .endsWith("list.csv: the quote that opens in line 5 is not closed before the file ends");
    write("list.csv", "key,\"name\n1,Apis mellifera\n");
    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(1);
    assertThat(photocat.said())
        .endsWith("list.csv: the quote that opens in line 1 is not closed before the file ends");
  }

  @Test
  void skipsRowsWithNothingInThem() throws IOException {
    write("list.csv", "key,name,x\n,,\n1,Apis mellifera,\n , ,\u00a0\n,,note\n2,,\n\n");

    assertThat(photocat.run("shortlist", "load", "list.csv")).isEqualTo(3);

    assertThat(photocat.rows("SELECT line, text FROM shortlist_rejects ORDER BY ALL"))
        .containsExactly("4|: ", "5|2: ");
  }

  private static void pack(String file, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
