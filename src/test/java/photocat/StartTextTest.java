package photocat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.LauncherClone.Ended;

/** photocat without its launcher, or with bytes that no locale makes text of. */
final class StartTextTest {
  private static final String ELSEWHERE =
      "  hint: it comes from a terminal, script or disk with another encoding; write it in UTF-8\n";

  @TempDir private Path folder;
  private LauncherClone clone = new LauncherClone(Path.of(""));

  @BeforeEach
  void makeFolder() {
    clone = new LauncherClone(folder);
  }

  @Test
  void refusesALocaleThatIsNotUtf8() throws Exception {
    for (String locale : new String[] {"LC_ALL=C", "LC_ALL=xx_XX.UTF-8", "LC_TIME=xx_XX.UTF-8"}) {
      Ended ended = photocat("export %s".formatted(locale), "-c \"SELECT 'Müller'\"");

      assertThat(ended)
          .as(locale)
          .isEqualTo(
              new Ended(
                  1,
                  "",
                  """
                  error: cannot read names and arguments: Java takes them for ANSI_X3.4-1968 here, not for UTF-8
                    hint: start the script photocat, which looks for a UTF-8 locale, or set LC_ALL to one, such as C.UTF-8
                  """));
    }
    assertThat(photocat("", "-c 'SELECT 1 AS x'", "-Dfile.encoding=ISO-8859-1").narration())
        .contains("Java takes them for ISO-8859-1 here");
  }

  @Test
  void refusesAnArgumentThatIsNotText() throws Exception {
    Ended ended = photocat("name=$(printf 'M\\374ller')", "-c \"SELECT '$name'\"");

    assertThat(ended.data()).isEmpty();
    assertThat(ended.narration())
        .isEqualTo(
            "error: cannot read the argument 'SELECT 'M\ufffdller'': it is not UTF-8\n"
                + ELSEWHERE);
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void takesTheLetterThatStandsForWhatIsNotText() throws Exception {
    Ended ended = photocat("", "-c \"SELECT 'M\ufffdller' AS x\"");

    assertThat(ended).isEqualTo(new Ended(0, "x\nM\ufffdller\n", ""));
  }

  @Test
  void refusesAVariableThatIsNotText() throws Exception {
    String name = "export PHOTOCAT_CATALOG=$(printf 'M\\374ller')";

    assertThat(photocat(name, "-c 'SELECT 1'").narration())
        .isEqualTo(
            "error: cannot read $PHOTOCAT_CATALOG, M\ufffdller: it is not UTF-8\n" + ELSEWHERE);
    assertThat(photocat("export OTHER=$(printf 'M\\374ller')", "-c 'SELECT 1 AS x'").data())
        .isEqualTo("x\n1\n");
  }

  @Test
  void refusesAFolderWhoseNameIsNotTextAndMakesNoOther() throws Exception {
    Ended ended =
        photocat(
            "d=$(printf 'M\\374ller'); mkdir -p \"$d\"; cd \"$d\"", "--version; ls \"$folder\"");

    assertThat(ended.narration())
        .isEqualTo(
            "error: cannot read the name of the folder %s/M\ufffdller: it is not UTF-8\n"
                    .formatted(folder.toRealPath())
                + ELSEWHERE);
    assertThat(clone.run("ls -d M*ller | wc -l").data().strip()).isEqualTo("1");
    assertThat(photocat("mkdir M\ufffdller; cd M\ufffdller", "-c 'SELECT 1 AS x'").data())
        .isEqualTo("x\n1\n");
  }

  private Ended photocat(String preparation, String arguments, String... flags) throws Exception {
    return clone.run(
        """
        export LC_ALL LC_TIME
        %s
        '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %s \
          -cp '%s' photocat.Main --catalog :memory: %s
        """
            .formatted(
                preparation,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                String.join(" ", flags),
                classPath(),
                arguments));
  }

  /**
   * By links, whose names a Java reads that takes them for ASCII; it looks behind those of folders.
   */
  private String classPath() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path there = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(there)) {
        entries.add(copied(there).toString());
        continue;
      }
      Path place = Objects.requireNonNull(there.getParent());
      Path link = folder.resolve("classes-" + Integer.toHexString(place.hashCode()));
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, place);
      }
      entries.add(link.resolve(there.getFileName()).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private Path copied(Path classes) throws IOException {
    if (US_ASCII.newEncoder().canEncode(classes.toString())) {
      return classes;
    }
    Path copy = folder.resolve("copied-" + Integer.toHexString(classes.hashCode()));
    if (Files.exists(copy)) {
      return copy;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(classes.relativize(file).toString()));
      }
    }
    return copy;
  }
}
