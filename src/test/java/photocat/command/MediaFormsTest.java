package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of most media of an archive at a glance is what the macros tell of any. */
final class MediaFormsTest {
  private static final String MEDIA =
      """
      gbifID,type,format,identifier
      1,,,https://h/1.jpg
      1,,,https://h/1.jpeg
      1,,,https://h.jpg
      1,,,https:///1.jpg
      1,,,https:// h/1.jpg
      1,,,"https://\th/1.jpg"
      1,,, https://h/1.jpg
      1,,,HTTPS://h/1.jpg
      1,,,http://h/1.jpg
      1,,,https://h/1.JPG
      1,,,https://h/?x=1.jpg
      1,,,https://h/x#1.jpg
      1,,,https://h/iiif/info.json
      1,,,https://h/iiif/info.json?x=1.jpg
      1,,,https://h/iiif/info.json#1.jpg
      1,,,https://h/iiif/Manifest.jpg
      1,,,https://h/manifest/1.jpg
      1,,application/ld+json,https://h/1.jpg
      1,,Application/LD+JSON,https://h/1.jpg
      1,,image/jpeg,https://h/1.jpg
      1,,,https://é.example/ü.jpg
      1,,,"https://h/a b.jpg "
      1,,,https://inaturalist-open-data.s3.amazonaws.com/photos/77/original.jpg
      1,,,1.jpg
      1,x,,
      """;

  @TempDir private Path folder;

  @Test
  void areThoseOfTheMacros() throws IOException {
    try (CommandRunner photocat = new CommandRunner(folder)) {
      Path archive = Files.createDirectories(folder.resolve("a"));
      Files.writeString(archive.resolve("o.csv"), "gbifID,scientificName\n1,Viola alba\n");
      Files.writeString(archive.resolve("m.csv"), MEDIA);

      photocat.done("ingest", "dwca", "a");

      assertThat(photocat.rows("SELECT count(*) FROM dwca_media")).containsExactly("25");
      assertThat(
              photocat.rows(
                  """
                  SELECT identifier, form, ending, photo_id
                  FROM dwca_media
                  WHERE
                      form <> media_form(identifier, format)
                      OR ending IS DISTINCT FROM media_ending(identifier)
                      OR photo_id IS DISTINCT FROM photo_number(nullif(whole_image(identifier), ''))
                  """))
          .isEmpty();
    }
  }
}
