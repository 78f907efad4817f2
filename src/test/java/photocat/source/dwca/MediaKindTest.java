package photocat.source.dwca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaKindTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "StillImage,image/jpeg,https://a.org/1.jpg,STILL_IMAGE",
        "stillimage,'',https://a.org/1,STILL_IMAGE",
        "http://purl.org/dc/dcmitype/StillImage,'',https://a.org/1,STILL_IMAGE",
        "Still Image,'',https://a.org/1,STILL_IMAGE",
        "dcmitype:Sound,'',https://a.org/1,SOUND",
        "Sound,audio/x-wav,https://a.org/1.wav,SOUND",
        "'',video/mp4,'',MOVING_IMAGE",
        "'',mp3,'',SOUND",
        "'',.JPG,'',STILL_IMAGE",
        "'',image/jpeg;q=1,'',STILL_IMAGE",
        "'',application/octet-stream,https://a.org/x.png#top,STILL_IMAGE",
        "StillImage,application/octet-stream,https://a.org/x.wav,STILL_IMAGE",
        "'','',https://a.org/v1.5/photo,UNKNOWN",
        "'','',https://a.org/1.html,OTHER",
        "'',dzi,https://a.org/1.dzi,OTHER",
        "InteractiveResource,'',https://a.org/1,OTHER",
        "InteractiveResource,'',https://a.org/iiif/3/a/info.json,STILL_IMAGE",
        "StillImage,'','',STILL_IMAGE",
        "image/jpeg,StillImage,https://a.org/proxy.php?pic=1.jpg,STILL_IMAGE",
        "audio/mpeg,'',https://a.org/1,SOUND",
        "'',Sound,https://a.org/1,SOUND",
        "'','','',UNKNOWN"
      })
  void formatThenTypeThenEndingDecide(
      String type, String format, String address, MediaKind expected) {
    assertThat(MediaKind.of(type, format, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',https://a.org/iiif/1/info.json?x=1,IIIF_IMAGE",
    "'',https://a.org/iiif/1/manifest,IIIF_MANIFEST",
    "'',https://a.org/1/manifest.json,IIIF_MANIFEST",
    "'',https://iiif.a.org/presentation/1/manifest/,IIIF_MANIFEST",
    "application/ld+json,https://a.org/1,IIIF_MANIFEST",
    "'',https://a.org/manifesto.jpg,FILE",
    "'',https://a.org/iiif/1/full/max/0/default.jpg,FILE",
    "'',ftp://a.org/1.jpg,NOT_WEB",
    "'',https:///1.jpg,NOT_WEB",
    "'',C:\\1.jpg,NOT_WEB",
    "'','  ',NONE"
  })
  void addressesLeadToFilesOrDescriptions(String format, String address, MediaForm expected) {
    assertThat(MediaForm.of(format, address)).isEqualTo(expected);
  }

  @Test
  void theImageOfADescriptionIsKnown() {
    assertThat(MediaForm.imageOf("https://a.org/iiif/1/info.json"))
        .contains("https://a.org/iiif/1/full/max/0/default.jpg");
    assertThat(MediaForm.imageOf("https://a.org/1.jpg")).isEqualTo(Optional.empty());
  }

  @Test
  void theReferenceIsTrue() throws IOException {
    Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
    Set<MediaForm> forms = EnumSet.noneOf(MediaForm.class);
    List<String> documented = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/reference/archives.md"))) {
      String[] cells = line.replace("`", "").split("\\|", -1);
      boolean row = line.startsWith("| `") && cells.length == 5;
      String[] example = row ? cells[3].split(",", -1) : new String[0];
      if (example.length == 3) {
        MediaKind kind = MediaKind.of(example[0].strip(), example[1].strip(), example[2].strip());
        kinds.add(kind);
        documented.add(cells[1].strip() + cells[2].strip());
        found.add(kind + kind.meaning());
      } else if (example.length == 1) {
        MediaForm form = MediaForm.of("", example[0].strip());
        forms.add(form);
        documented.add(cells[1].strip() + cells[2].strip());
        found.add(form + form.meaning());
      }
    }

    assertThat(found).isEqualTo(documented);
    assertThat(kinds).containsExactly(MediaKind.values());
    assertThat(forms).containsExactly(MediaForm.values());
  }
}
