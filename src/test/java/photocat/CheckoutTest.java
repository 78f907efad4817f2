package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git makes of the sources on machines with other settings. */
final class CheckoutTest {
  @TempDir private Path folder;

  /** As git for Windows is set up, whose clones Linux reads from a share or in WSL. */
  @Test
  void hasTheLineEndsOfUnixEverywhere() throws Exception {
    LauncherClone clone = LauncherClone.in(folder);
    assumeThat(clone.run("git --version").exitCode()).as("there is no git").isZero();
    Files.copy(Path.of(".gitattributes"), clone.home().resolve(".gitattributes"));
    String git =
        "git -c core.autocrlf=true -c user.name=a -c user.email=b -c commit.gpgsign=false ";

    clone.run(
        "cd clone; %1$s init -q; %1$s add .; %1$s commit -q -m x; rm -r photocat .mvn; %1$s checkout -q ."
            .formatted(git));

    for (String script : new String[] {"photocat", ".mvn/first-build.sh", ".mvn/locale.sh"}) {
      assertThat(text(clone.home().resolve(script))).isEqualTo(text(Path.of(script)));
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
