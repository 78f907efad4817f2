package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.shell.Screen;
import photocat.shell.Streams;

/** The commands of the tutorial give what the tutorial says. */
final class TutorialTest {
  private static final String UPDATE = "./mvnw -q test -Dtest=TutorialTest -Ddocs.update=true";
  private static final Path PAGE = Path.of("docs/tutorial.md");
  private static final String PORT_OF_THE_PAGE = "127.0.0.1:8765";
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  @TempDir private Path folder;
  private final Cancellation serving = new Cancellation();
  private Thread server = new Thread(() -> {});
  private String port = "";

  @BeforeEach
  void copyTheSampleAndServeItsPhotos() throws Exception {
    copy(Path.of("catalog/sample"), folder.resolve("sample"));
    Said said = new Said();
    ProcessEnvironment around = around(Path.of("").toAbsolutePath(), said);
    server = new Thread(() -> Run.of(around, serving, "demo", "--serve", "0"), "server");
    server.start();
    Matcher url =
        Pattern.compile("127\\.0\\.0\\.1:\\d+")
            .matcher(String.valueOf(said.flushed.poll(30, TimeUnit.SECONDS)));
    assertThat(url.find()).isTrue();
    port = url.group();
  }

  @AfterEach
  void stopServing() throws InterruptedException {
    serving.cancel();
    server.join();
  }

  @Test
  void theCommandsOfTheTutorialGiveWhatItSays() throws Exception {
    List<String> page = Files.readAllLines(PAGE);

    List<String> replayed = PageReplay.replay(page, this::answer);

    if (Boolean.getBoolean("docs.update")) {
      Files.write(PAGE, replayed);
    }
    assertThat(PageReplay.steady(Files.readAllLines(PAGE)))
        .as("%s is stale; '%s' writes it again", PAGE, UPDATE)
        .isEqualTo(PageReplay.steady(replayed));
  }

  private List<String> answer(String command) throws IOException {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(command.replace(PORT_OF_THE_PAGE, port)); word.find(); ) {
      words.add(word.group().replace("\"", ""));
    }
    return switch (words.get(0)) {
      case "photocat" -> photocat(words.subList(1, words.size()));
      case "ls" -> list(folder.resolve(words.get(1)));
      default -> throw new IllegalArgumentException("the test cannot run " + command);
    };
  }

  /** What a terminal shows: results and narration one after the other. */
  private List<String> photocat(List<String> words) {
    StringWriter terminal = new StringWriter();
    int exitCode =
        Run.of(around(folder, terminal), new Cancellation(), words.toArray(String[]::new));
    assertThat(exitCode).as("%s: %s", words, terminal).isIn(0, 3);
    return terminal
        .toString()
        .replace(port, PORT_OF_THE_PAGE)
        .replace(folder.toString(), "/home/you/lesson")
        .lines()
        .toList();
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private ProcessEnvironment around(Path current, Writer terminal) {
    Map<String, String> environment =
        Map.of("XDG_CONFIG_HOME", folder.toString(), "XDG_STATE_HOME", folder.toString());
    Streams streams = new Streams(terminal, terminal);
    Screen screen = new Screen(true, false, true, () -> 120);
    return new ProcessEnvironment(
        environment,
        current,
        new StandardStreams(InputStream.nullInputStream(), streams, screen, false));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** What was written up to each flush. */
  private static final class Said extends StringWriter {
    private final BlockingQueue<String> flushed = new LinkedBlockingQueue<>();

    @Override
    public void flush() {
      flushed.add(toString());
    }
  }
}
