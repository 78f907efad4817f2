package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for source files that no other tool checks. */
final class SourceShapeTest {
  private static final int LONGEST_FILE_LINES = 400;
  private static final int LONGEST_MEDIAN_LINES = 150;
  private static final int WIDEST_LINE = 100;
  private static final Pattern LEFT_FOR_LATER = Pattern.compile("TODO|FIXME|XXX|HACK");
  private static final Pattern UNTIL_THE_END =
      Pattern.compile("replace(All|First)\\(\\s*\"\\[?[^\"\\[\\])]{1,9}\\]?[+*]\\$\"");
  private static final Pattern LACKING_PROGRAM =
      Pattern.compile("(ProcessBuilder|List\\.of)\\(\\s*\"(p?kill|pgrep|ps|top|free|sysctl)\"");
  private static final Pattern INSERT_BY_PLACE =
      Pattern.compile(
          "INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\s+\\S++\\s++(?!BY NAME\\b|\\(\\s*[a-z_\"{])");

  @Test
  void noFileIsLongerThanTheLimit() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : javaFiles("src")) {
      long lines = lines(file);
      if (lines > LONGEST_FILE_LINES) {
        tooLong.add(file + ": " + lines);
      }
    }

    assertThat(tooLong).isEmpty();
  }

  @Test
  void theMedianFileIsShort() throws IOException {
    List<Long> lengths = new ArrayList<>();
    for (Path file : javaFiles("src/main")) {
      lengths.add(lines(file));
    }
    lengths.sort(null);

    assertThat(lengths.get(lengths.size() / 2)).isLessThan(LONGEST_MEDIAN_LINES);
  }

  /** The formatter breaks no text. */
  @Test
  void noLineOfTheProgramIsWiderThanTheFormatterAllows() throws IOException {
    List<String> tooWide = new ArrayList<>();
    for (Path file : javaFiles("src/main")) {
      Files.readAllLines(file).stream()
          .filter(line -> line.length() > WIDEST_LINE)
          .forEach(line -> tooWide.add(file + ": " + line.strip()));
    }

    assertThat(tooWide).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles("src/main")) {
      if (LEFT_FOR_LATER.matcher(Files.readString(file)).find()) {
        found.add(file.toString());
      }
    }

    assertThat(found).isEmpty();
  }

  /** They take time with the square of the length: minutes for a row of a megabyte. */
  @Test
  void endsAreTakenOffWithoutPatterns() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles("src/main")) {
      if (UNTIL_THE_END.matcher(Files.readString(file)).find()) {
        found.add(file.getFileName().toString());
      }
    }

    assertThat(found).as("TextEnd does it").isEmpty();
  }

  @Test
  void everySuppressedWarningHasAReason() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles("src")) {
      if (file.endsWith("SourceShapeTest.java")) {
        continue;
      }
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String before = i == 0 ? "" : lines.get(i - 1).strip();
        boolean explained = lines.get(i).contains("// ") || before.startsWith("//");
        if (lines.get(i).contains("@SuppressWarnings") && !explained) {
          found.add(file + ":" + (i + 1));
        }
      }
    }

    assertThat(found).isEmpty();
  }

  /** One that is started in another way would put its files elsewhere, and ignore signals. */
  @Test
  void testsStartOtherJvmsInOneWay() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles("src/test")) {
      if (Files.readString(file).contains("\"bin\", \"java\"")) {
        found.add(file.getFileName().toString());
      }
    }

    assertThat(found).containsExactlyInAnyOrder("OtherJvm.java", "StartTextTest.java");
  }

  /** Those of procps, and what a shell has in itself. */
  @Test
  void testsStartNoProgramThatABareMachineLacks() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles("src/test")) {
      if (LACKING_PROGRAM.matcher(Files.readString(file)).find()) {
        found.add(file.getFileName().toString());
      }
    }

    assertThat(found).isEmpty();
  }

  /** By place, a table whose columns changed takes values into wrong ones. */
  @Test
  void everyInsertNamesItsColumns() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files("sql", ".sql")) {
      if (INSERT_BY_PLACE.matcher(Files.readString(file)).find()) {
        found.add(file.toString());
      }
    }

    assertThat(found).as("BY NAME, or a list of columns").isEmpty();
  }

  private static List<Path> javaFiles(String root) throws IOException {
    return files(root, ".java");
  }

  private static List<Path> files(String root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
