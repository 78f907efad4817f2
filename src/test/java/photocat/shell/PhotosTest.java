package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.image.SamplePhotos;
import photocat.model.Consent;
import photocat.sql.Statement;

final class PhotosTest {
  @TempDir private Path folder;

  @Test
  void tellsFileLicenceAndCreditEverywhere() throws Exception {
    try (World world = new World(folder)) {
      world.fill(photos());
      world.runs(".show 7\n.show 9\n");

      assertThat(world.data)
          .hasToString(
              """
              photo_id,scientific_name,file,state,license,license_url,credit,url
              7,Apis mellifera,%s/apis/7.jpg,done,CC0,https://creativecommons.org/publicdomain/zero/1.0/,"Ann, CC0",https://x/7
              photo_id,scientific_name,file,state,license,license_url,credit,url
              9,,,in no manifest,ARR,,"bob, all rights reserved",https://www.inaturalist.org/photos/9
              """
                  .formatted(folder));
    }
  }

  @Test
  void drawsThePhotoOnATerminalThatCan() throws Exception {
    try (World world = World.withPictures(folder, "iterm2")) {
      world.fill(photos());
      world.runs("SELECT 7 AS photo_id;\n.show\n.last none\n.show\n");

      assertThat(world.data.toString())
          .contains("\u001b]1337;File=inline=1;size=")
          .contains("        license = CC0\n");
      assertThat(world.data.toString().split("1337;", -1)).hasSize(3);
    }
  }

  @Test
  void saysWhyItDrawsNothing() throws Exception {
    try (World world = World.withPictures(folder, "kitty")) {
      world.fill(photos());
      Files.write(folder.resolve("apis/7.jpg"), SamplePhotos.webp("VP8", 10, 10));
      world.runs(".show 7");

      assertThat(world.narration.toString()).contains("7.jpg: no decoder for its format\n");
      assertThat(world.data.toString()).contains("license = CC0").doesNotContain("\u001b");
    }
  }

  @Test
  void refusesWhatIsNoPhoto() throws Exception {
    try (World world = new World(folder)) {
      world.runsOn(photos() + ".show 8\n.show x\nSELECT 1 AS a;\n.show\n.open 7\n");

      assertThat(world.narration.toString())
          .contains("the catalogue knows no photo 8\n")
          .contains("'x' is no photo_id")
          .contains("the last result has no photo_id to show\n  hint: for example .show 1234567")
          .contains("cannot open a photo in a script");
    }
  }

  @Test
  void saysWhichViewerIsMissing() throws Exception {
    Foreground viewer =
        new Foreground(new Programs("cat", "true", "/no/viewer"), new RecordingConsole());

    assertThatThrownBy(() -> viewer.view(folder))
        .hasMessage("cannot start /no/viewer: there is no such program");
  }

  @Test
  void opensTheFileInAViewer() throws Exception {
    Foreground viewer =
        new Foreground(new Programs("cat", "true", "false"), new RecordingConsole());
    try (World world = new World(folder)) {
      world.fill(photos());
      try (Interpreter interpreter =
          new Interpreter(
              world.context,
              world.rules(),
              world.output,
              new Audience(
                  Optional.of(viewer),
                  Watch.Viewer.NOBODY,
                  Optional.empty(),
                  Consent.NOBODY,
                  false),
              new Interpreter.Hooks() {})) {
        interpreter.run(new Statement(".open 7", 1, 0), "", changed -> {});
        interpreter.run(new Statement(".open 9", 1, 0), "", changed -> {});
      }

      assertThat(world.narration.toString())
          .contains("cannot open %s/apis/7.jpg: the viewer ended with 1".formatted(folder))
          .contains("cannot open photo 9: its file is not here\n  hint: .show tells where");
    }
  }

  /** One photo that is here, and one that is in iNaturalist's tables only. */
  private String photos() throws Exception {
    return photos(folder);
  }

  /** The same for another test. */
  static String photos(Path folder) throws Exception {
    Files.createDirectories(folder.resolve("apis"));
    Files.write(folder.resolve("apis/7.jpg"), SamplePhotos.jpeg(1, 90, 60));
    return """
    INSERT INTO manifest_photos BY NAME SELECT 1 AS manifest_id, 1 AS file_id, 'k' AS taxon_key,
        'Apis mellifera' AS scientific_name, 'a' AS original_name, 's' AS name_source,
        'apis' AS slug, 'apis/7.jpg' AS file_name, 1 AS rank, 7 AS photo_id, 'inat-open-data' AS source,
        'https://x/7' AS url, 'CC0' AS license, 'Ann, CC0' AS credit;
    INSERT INTO download_runs VALUES (1, 1, '%s', now(), now(), 'done');
    INSERT INTO download_events BY NAME SELECT 1 AS run_id, 1 AS manifest_id, 1 AS file_id,
        'done' AS state, 1 AS attempt, now() AS happened_at;
    INSERT INTO inat_observations BY NAME SELECT uuid() AS observation_uuid, 1 AS taxon_id;
    INSERT INTO inat_observers VALUES (2, 'bob', NULL);
    INSERT INTO inat_photos BY NAME SELECT 9 AS photo_id, observation_uuid, 2 AS observer_id,
        'ARR' AS license FROM inat_observations;
    """
        .formatted(folder);
  }
}
