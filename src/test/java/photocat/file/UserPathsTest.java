package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class UserPathsTest {
  private final UserPaths paths = new UserPaths(Path.of("/work"), Path.of("/home/ann"));

  @ParameterizedTest
  @CsvSource({
    "x.csv, /work/x.csv",
    "../x.csv, /x.csv",
    "/tmp/x.csv, /tmp/x.csv",
    "~, /home/ann",
    "~/, /home/ann",
    "~/a b/../x.csv, /home/ann/x.csv",
    "./~, /work/~",
    "./~ann/x, /work/~ann/x",
    "sub/~/x, /work/sub/~/x",
    "x~, /work/x~",
    "'', /work",
  })
  void leadWhereAShellWouldSay(String typed, String path) {
    assertThat(paths.resolve(UserPaths.read(typed))).isEqualTo(Path.of(path));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void knowTheHomeFoldersOfOthers() {
    assertThat(paths.resolve(Path.of("~root/x"))).isIn(Path.of("/root/x"), Path.of("/var/root/x"));
    assertThat(paths.resolve(Path.of("~root"))).isIn(Path.of("/root"), Path.of("/var/root"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~no-such-user", "~no-such-user/x", "~$(date)/x", "~;id", "~+", "~0"})
  void tellThatThereIsNoSuchUser(String typed) {
    String user = UserPaths.read(typed).getName(0).toString();

    assertThatThrownBy(() -> paths.resolve(Path.of(typed)))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ExitStatus.USAGE);
              assertThat(e.hint()).contains("write './%s' for a file of that name".formatted(user));
            })
        .hasMessage("cannot find the home folder %s: there is no such user", user);
  }

  @Test
  void tellWhatIsNoPath() {
    assertThatThrownBy(() -> UserPaths.read("a\0b"))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.kind()).isEqualTo(ExitStatus.USAGE))
        .hasMessage("'a?b' is no path: Nul character not allowed");
  }
}
