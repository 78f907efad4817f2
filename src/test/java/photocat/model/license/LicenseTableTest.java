package photocat.model.license;

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

/** The reference lists everything that can be found, with examples that are true. */
final class LicenseTableTest {
  @Test
  void theReferenceIsTrue() throws IOException {
    Set<LicenseEvidence> explained = EnumSet.noneOf(LicenseEvidence.class);
    List<String> documented = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/reference/licenses-in-words.md"))) {
      if (line.startsWith("| `")) {
        String text = line.split("\\|", -1)[3].strip().replace("`", "");
        License license = LicenseText.classify(text);
        documented.add(line);
        found.add(line(text, license));
        explained.add(license.evidence());
      }
    }

    assertThat(found).isEqualTo(documented);
    assertThat(explained).containsExactly(LicenseEvidence.values());
  }

  private static String line(String text, License license) {
    String version = Optional.ofNullable(license.version()).map(v -> " `" + v + "` |").orElse(" |");
    return "| `%s` | %s |%s | `%s` |%s"
        .formatted(
            license.evidence(),
            license.evidence().meaning(),
            text.isEmpty() ? "" : " `" + text + "`",
            license.code().text(),
            version);
  }
}
