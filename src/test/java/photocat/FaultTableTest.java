package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of faults is complete, and the tests that it names are there. */
final class FaultTableTest {
  private static final int FAULTS = 47;
  private static final Path PAGE = Path.of("docs/explanation/downloads.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\| (.+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`(?:, )?");

  private record Row(int number, String tests) {}

  @Test
  void everyFaultHasItsRow() throws IOException {
    assertThat(rows())
        .extracting(Row::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, FAULTS).boxed().toList());
  }

  @Test
  void everyRowNamesTestsThatAreThere() throws IOException, ReflectiveOperationException {
    Map<String, String> classes = testClasses();
    List<String> unproven = new ArrayList<>();
    for (Row row : rows()) {
      assertThat(row.tests()).as("fault %d", row.number()).matches("(" + TEST + ")+");
      Matcher test = TEST.matcher(row.tests());
      while (test.find()) {
        String type = classes.get(test.group(1));
        if (type == null || !isTest(Class.forName(type), test.group(2))) {
          unproven.add(row.number() + ": " + test.group());
        }
      }
    }

    assertThat(unproven).isEmpty();
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(4)))
        .toList();
  }

  /** Returns the full names of the test classes by their simple ones. */
  private static Map<String, String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .map(file -> TESTS.relativize(file).toString())
          .filter(file -> file.endsWith("Test.java"))
          .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
          .collect(
              Collectors.toMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name));
    }
  }

  private static boolean isTest(Class<?> type, String name) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)
          && (method.isAnnotationPresent(Test.class)
              || method.isAnnotationPresent(ParameterizedTest.class))) {
        return true;
      }
    }
    return false;
  }
}
