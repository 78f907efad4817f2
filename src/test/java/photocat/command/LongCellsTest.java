package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, licences and labels that are none: too long for any, and kept as they are. */
final class LongCellsTest {
  private static final String LONG = "lorem ipsum ".repeat(1_000);

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

  @Test
  void ofAnArchiveTheirStartIsTheName() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("a"));
    Files.writeString(
        archive.resolve("o.csv"),
        "occurrenceID,scientificName\no1,%s\no2,Viola alba\n".formatted(LONG));
    Files.writeString(
        archive.resolve("m.csv"),
        "occurrenceID,type,identifier,license\no1,StillImage,https://h/1.jpg,CC0 %s\n"
            .formatted(LONG));

    photocat.done("ingest", "dwca", "a");

    assertThat(photocat.rows("SELECT length(name) FROM taxa ORDER BY ALL"))
        .containsExactly("10", "1000");
    assertThat(photocat.rows("SELECT max(length(scientificName)) FROM dwca_records"))
        .containsExactly("12000");
    assertThat(photocat.rows("SELECT license, length(license_text) FROM candidates"))
        .containsExactly("UNKNOWN|12004");
  }

  @Test
  void ofAListAreNoLabels() throws IOException {
    Files.writeString(
        folder.resolve("l.csv"),
        "url,label,license\nhttps://h/1.jpg,%1$s,CC0 %1$s\nhttps://h/2.jpg,a,CC0\n"
            .formatted(LONG));

    photocat.done("ingest", "urls", "l.csv");

    assertThat(
            photocat.rows(
                "SELECT url, scientific_name, license, length(label) FROM candidates_urls ORDER BY url"))
        .containsExactly("https://h/1.jpg|null|UNKNOWN|11999", "https://h/2.jpg|a|CC0|1");
  }
}
