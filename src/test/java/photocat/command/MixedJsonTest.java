package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON whose items do not all look alike. */
final class MixedJsonTest {
  private static final String REJECTS =
      "SELECT line, text, reason FROM ingest_rejects ORDER BY line";

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

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void objectsOfAnyCaseAndBareAddressesMayBeMixed() throws IOException {
    write(
        "mixed.json",
        """
        [{"URL": "https://h/1.jpg", "label": "a", "Shot": "far"},
         "https://h/2.jpg",
         {"url": "https://h/3.jpg", "Label": "b", "shot": "near"},
         {"Url": "", " URL ": "https://h/4.jpg"},
         {"name": "x"}, "", 7,
         {"url": "https://h/5.jpg", "URL": "https://h/6.jpg"}]
        """);

    assertThat(photocat.run("ingest", "urls", "mixed.json")).isEqualTo(3);

    assertThat(photocat.said())
        .startsWith(
            "address from url; label from label\naddresses that stand alone, in no object\n");
    assertThat(photocat.rows("SELECT line, address, label, Shot FROM urls_photos ORDER BY line"))
        .containsExactly(
            "1|https://h/1.jpg|a|far",
            "2|https://h/2.jpg|null|null",
            "3|https://h/3.jpg|b|near",
            "4|https://h/4.jpg|null|null",
            "8|https://h/5.jpg|null|null");
    assertThat(photocat.rows(REJECTS))
        .containsExactlyInAnyOrder(
            "6|\"\"|it has no address",
            "7|7|it is no JSON object",
            "5|{\"name\": \"x\"}|it has no address");
  }

  @Test
  void besideBareAddressesObjectsMayCallTheirsOtherwiseOrHaveNone() throws IOException {
    write("links.json", "[\"https://h/1.jpg\",\n{\"link\":\"https://h/2.jpg\",\"url\":null}]");
    write("names.json", "[{\"name\":\"x\"},\n\"https://h/1.jpg\"]");

    photocat.done("ingest", "urls", "links.json", "--url", "LINK");
    assertThat(photocat.rows("SELECT line, address FROM urls_photos ORDER BY line"))
        .containsExactly("1|https://h/1.jpg", "2|https://h/2.jpg");
    assertThat(photocat.run("ingest", "urls", "names.json")).isEqualTo(3);
    assertThat(photocat.rows("SELECT address FROM urls_photos WHERE name = 'x' OR line = 2"))
        .contains("https://h/1.jpg");
  }
}
