package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.CommandInfo;
import photocat.command.line.CommandLines;
import photocat.shell.complete.Completer;
import photocat.shell.complete.NameSnapshot;

/**
 * The bar and the announcements as they look on a terminal. That the cursor comes back to what is
 * typed is seen in tmux only: JLine's terminal in memory forgets it below a scroll region.
 */
final class StatusBarTest {
  private static final int COLUMNS = 60;
  private static final int ROWS = 12;

  @TempDir private Path folder;
  private PipedOutputStream keys = new PipedOutputStream();
  private ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
  private ExternalTerminal terminal;
  private JLineConsole console;

  @BeforeEach
  void open() throws Exception {
    open("xterm", ROWS);
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void losesNoKeyWhileItChanges() throws Exception {
    CompletableFuture<Optional<String>> read = read();
    waitFor(">");

    for (int percent = 0; percent < 100; percent++) {
      console.status(List.of("[1] download " + percent + " %"));
      type("a");
    }
    type(";\r");

    assertThat(read.get(10, TimeUnit.SECONDS)).contains("a".repeat(100) + ";");
  }

  @Test
  void standsBelowRowsAndGoesWhenThereIsNothingToShow() throws Exception {
    console.status(List.of("[1] download"));

    for (int i = 0; i < 30; i++) {
      console.streams().line("row " + i);
    }

    assertThat(rows().get(11)).isEqualTo("[1] download");
    assertThat(rows().get(9)).isEqualTo("row 29");
    console.status(List.of());
    assertThat(rows().get(11)).isEmpty();
    console.streams().line("row 30");
    assertThat(shown()).contains("row 29\nrow 30\n");
  }

  @Test
  void announcesAboveThePromptAndKeepsWhatIsTyped() throws Exception {
    CompletableFuture<Optional<String>> read = read();
    waitFor(">");
    type(".sta");
    waitFor("> .sta");

    console.announce("[1] download done");

    waitFor("[1] download done\n> .sta");
    type("tus\r");
    assertThat(read.get(10, TimeUnit.SECONDS)).contains(".status");
  }

  @Test
  void announcesAfterTheResultThatIsBeingWritten() throws Exception {
    console.streams().beginResult();
    console.streams().data().write("row 1\n");

    console.announce("[1] download done");
    console.streams().data().write("row 2\n");
    console.streams().flush();
    assertThat(shown()).contains("row 1\nrow 2\n").doesNotContain("download");
    console.streams().endResult();

    assertThat(shown()).contains("row 2\n[1] download done\n");
  }

  @Test
  void goesAwayForAPagerAndComesBack() throws Exception {
    console.status(List.of("[1] download 1 %"));

    console.pause();
    console.status(List.of("[1] download 2 %"));
    assertThat(shown()).doesNotContain("download");
    console.resume();
    console.status(List.of("[1] download 3 %"));

    assertThat(rows().get(11)).isEqualTo("[1] download 3 %");
  }

  @Test
  void needsATerminalThatCanAndHasRoom() throws Exception {
    console.close();
    open("xterm", 7);
    assertThat(console.hasStatusBar()).isFalse();
    console.close();

    open("dumb", 24);
    assertThat(console.hasStatusBar()).isFalse();
    console.close();

    open("xterm", 8);
    assertThat(console.hasStatusBar()).isTrue();
  }

  @Test
  void closesAlsoWhereTheTerminalIsClosedAlready() throws Exception {
    console.status(List.of("[1] download"));
    terminal.close();

    assertThatCode(console::close).doesNotThrowAnyException();
  }

  @Test
  void asksWithoutTakingTheAnswerForAStatement() throws Exception {
    type("select\r");

    assertThat(console.ask("sure? ")).contains("select");
  }

  private void open(String type, int rows) throws Exception {
    screen = new ScreenTerminal(COLUMNS, rows);
    keys = new PipedOutputStream();
    List<CommandInfo> commands = CommandLines.describe(new World(folder).context);
    InputRules rules = new InputRules(() -> commands);
    terminal =
        new ExternalTerminal(
            "test",
            type,
            new PipedInputStream(keys, 1 << 16),
            new Emulator(),
            StandardCharsets.UTF_8);
    terminal.setSize(new Size(COLUMNS, rows));
    console =
        new JLineConsole(
            terminal,
            folder.resolve("history"),
            rules::isUnfinished,
            new Completer(rules, () -> NameSnapshot.EMPTY, List::of, folder::resolve),
            false);
  }

  private CompletableFuture<Optional<String>> read() {
    return CompletableFuture.supplyAsync(
        () -> console.read("> ", ""), task -> new Thread(task).start());
  }

  private List<String> rows() {
    return shown().lines().toList();
  }

  /** The screen, each line without the blanks at its end. */
  private String shown() {
    long[] cells = new long[COLUMNS * ROWS];
    screen.dump(cells, 0, 0, ROWS, COLUMNS, new int[2]);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < COLUMNS; column++) {
        line.append((char) cells[row * COLUMNS + column]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private void waitFor(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!shown().contains(text)) {
      assertThat(System.nanoTime()).as("%s on screen:\n%s", text, shown()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void type(String text) throws Exception {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Bytes for the terminal become its screen. */
  private final class Emulator extends OutputStream {
    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      screen.write(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
  }
}
