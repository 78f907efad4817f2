package photocat.source.gbif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.PhotocatException;

final class GbifLoginTest {
  @TempDir private Path folder;

  @Test
  void takesTheVariablesOfRgbif() {
    GbifLogin login =
        GbifLogin.of(
            Map.of("GBIF_USER", "ann", "GBIF_PWD", "s3cret", "GBIF_EMAIL", "a@b.c", "X", "y"));

    GbifAccount account = login.account(Optional.empty());

    assertThat(account.credentials().user()).isEqualTo("ann");
    assertThat(account.credentials().password()).isEqualTo("s3cret");
    assertThat(account.email()).contains("a@b.c");
    assertThat(login + " " + account).doesNotContain("s3cret");
  }

  @Test
  void takesAFileThatNobodyElseCanRead() throws IOException {
    Path file =
        file(
            "rw-------",
            "# mine\nexport GBIF_USER=\"ann\"\n GBIF_PWD = 'a b=c' \nGBIF_EMAIL=\nOTHER=x\n");

    GbifAccount account = GbifLogin.NONE.account(Optional.of(file));

    assertThat(account.credentials().user()).isEqualTo("ann");
    assertThat(account.credentials().password()).isEqualTo("a b=c");
    assertThat(account.email()).isEmpty();
  }

  @Test
  void variablesHoldOverTheFile() throws IOException {
    Path file = file("rw-------", "GBIF_USER=ann\nGBIF_PWD=one\n");

    GbifAccount account = GbifLogin.of(Map.of("GBIF_PWD", "two")).account(Optional.of(file));

    assertThat(account.credentials().password()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----"})
  void refusesAFileThatOthersCanReadOrWrite(String mode) throws IOException {
    Path file = file(mode, "GBIF_USER=ann\nGBIF_PWD=one\n");

    PhotocatException failure = failure(GbifLogin.NONE, Optional.of(file));

    assertThat(failure.message())
        .isEqualTo("others than you can read %s, which holds a password: %s", file, mode);
    assertThat(failure.hint()).contains("chmod 600 " + file);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(failure(GbifLogin.NONE, Optional.empty()).message())
        .isEqualTo("GBIF wants to know who asks: there is no GBIF_USER and no GBIF_PWD");
    assertThat(failure(GbifLogin.of(Map.of("GBIF_USER", "ann")), Optional.empty()).message())
        .isEqualTo("GBIF wants to know who asks: there is no GBIF_PWD");
    assertThat(failure(GbifLogin.NONE, Optional.of(folder.resolve("none"))).message())
        .startsWith("cannot read " + folder.resolve("none") + ", which gbif.credentials names: ");
  }

  @Test
  void tellsAnEmailAddressFromAName() {
    GbifLogin login = GbifLogin.of(Map.of("GBIF_USER", "ann@x.org", "GBIF_PWD", "s3cret"));

    assertThat(failure(login, Optional.empty()).message())
        .isEqualTo("GBIF_USER is no name of a user of GBIF");
  }

  private static PhotocatException failure(GbifLogin login, Optional<Path> file) {
    return catchThrowableOfType(PhotocatException.class, () -> login.account(file));
  }

  private Path file(String mode, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("gbif"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
