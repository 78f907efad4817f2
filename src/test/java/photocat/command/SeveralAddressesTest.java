package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of archives that hold more than one address. */
final class SeveralAddressesTest {
  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    Files.createDirectories(folder.resolve("a"));
    file("occurrence.txt", "gbifID\tscientificName\n1\tViola alba\n2\tViola odorata\n");
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve("a").resolve(name), text);
  }

  @Test
  void areOneMediumEach() throws IOException {
    file(
        "multimedia.txt",
        """
        gbifID\ttype\tformat\tidentifier\tlicense
        1\tStillImage\timage/jpeg\thttps://h/1.jpg | https://h/2.png | https://h/iiif/3/info.json\tCC0
        2\tStillImage\t\thttps://h/4.jpg\t
        """);

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.said())
        .startsWith(
            "warning: cells of media hold several addresses, each of which counts: 2 more\n")
        .contains("2 records and 4 media records");
    assertThat(
            photocat.rows(
                "SELECT observation_key, url, extension, license FROM candidates ORDER BY url"))
        .containsExactly(
            "1|https://h/1.jpg|jpg|CC0",
            "1|https://h/2.png|png|CC0",
            "2|https://h/4.jpg|jpg|UNKNOWN",
            "1|https://h/iiif/3/full/max/0/default.jpg|jpg|CC0");
    assertThat(photocat.rows("SELECT count(*), count(DISTINCT photo_id) FROM dwca_media"))
        .containsExactly("4|4");
    assertThat(
            photocat.rows(
                "SELECT loaded_rows FROM snapshot_tables WHERE table_name = 'dwca_media'"))
        .containsExactly("4");
  }

  /** {@code ~} stands for what parts the addresses that are expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "https://h/1.jpg|https://h/2.jpg ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg;https://h/2.jpg ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg,https://h/2.jpg ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg HTTP://h/2.jpg ^ HTTP://h/2.jpg~https://h/1.jpg",
        "https://h/1.jpg | https://h/2.jpg | ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg; https://h/2.jpg; ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg || https://h/2.jpg ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg | ^ https://h/1.jpg",
        "https://h/1.jpg| ^ https://h/1.jpg",
        "https://h/a b.jpg | https://h/c d.jpg ^ https://h/a b.jpg~https://h/c d.jpg",
        // What is one address stays whole.
        "https://h/1.jpg;v=2 ^ https://h/1.jpg;v=2",
        "https://h/1.jpg?a=1|2 ^ https://h/1.jpg?a=1|2",
        "https://h/a|b.jpg|https://h/2.jpg ^ https://h/2.jpg~https://h/a|b.jpg",
        "https://h/1.jpg | see page 3 ^ https://h/1.jpg | see page 3",
        "https://h/1.jpg | https:// ^ https://h/1.jpg | https://",
        "https://web.h/2020/https://h/1.jpg ^ https://web.h/2020/https://h/1.jpg",
        "https://h/1.jpg;ftp://h/2.jpg ^ https://h/1.jpg;ftp://h/2.jpg",
        "1.jpg | 2.jpg ^ 1.jpg | 2.jpg"
      })
  void arePartedWhereEachIsOne(String cell, String addresses) throws IOException {
    file("multimedia.txt", "gbifID\ttype\tidentifier\n1\tStillImage\t" + cell + "\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(
            photocat.rows("SELECT string_agg(identifier, '~' ORDER BY identifier) FROM dwca_media"))
        .containsExactly(addresses);
  }

  @Test
  void areThoseOfTheColumnThatTheAddressComesFrom() throws IOException {
    file(
        "multimedia.txt",
        """
        gbifID\tidentifier\taccessURI
        1\thttps://h/id|https://h/other\thttps://h/1.jpg | https://h/2.jpg
        """);

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT accessURI, identifier FROM dwca_media ORDER BY 1"))
        .containsExactly(
            "https://h/1.jpg|https://h/id|https://h/other",
            "https://h/2.jpg|https://h/id|https://h/other");
  }

  /** {@code ~} stands for what parts the addresses that are expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "https://h/1.jpg|https://h/2.jpg ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg | https://h/2.jpg | ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg|https://h/2.jpg| ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg;https://h/2.jpg; ^ https://h/1.jpg~https://h/2.jpg",
        "https://h/1.jpg?a=1|2 ^ https://h/1.jpg?a=1|2",
        "https://h/1;2.jpg|https://h/3.jpg ^ https://h/1;2.jpg~https://h/3.jpg",
        "1.jpg | 2.jpg ^ 1.jpg~2.jpg"
      })
  void ofARecordWithoutATableOfMedia(String cell, String addresses) throws IOException {
    file(
        "occurrence.txt", "gbifID\tscientificName\tassociatedMedia\n1\tViola alba\t" + cell + "\n");

    photocat.done("ingest", "dwca", "a");

    assertThat(
            photocat.rows("SELECT string_agg(identifier, '~' ORDER BY identifier) FROM dwca_media"))
        .containsExactly(addresses);
  }
}
