package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.command.CommandInfo;
import photocat.command.line.CommandLines;
import photocat.shell.complete.Completer;
import photocat.shell.complete.NameSnapshot;
import photocat.shell.complete.NameSnapshot.Kind;
import photocat.shell.complete.NameSnapshot.Name;

final class JLineConsoleTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PipedOutputStream keys = new PipedOutputStream();
  private JLineConsole console;

  @BeforeEach
  void open() throws Exception {
    NameSnapshot names =
        new NameSnapshot(List.of(new Name(Kind.TABLE, "photos", "", "")), List.of());
    List<CommandInfo> commands = CommandLines.describe(new World(folder).context);
    InputRules rules = new InputRules(() -> commands);
    console = console(rules, names, new PipedInputStream(keys, 1 << 16));
  }

  private JLineConsole console(InputRules rules, NameSnapshot names, InputStream typed)
      throws IOException {
    ExternalTerminal terminal =
        new ExternalTerminal("test", "xterm", typed, screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(100, 24));
    return console(rules, names, terminal);
  }

  private JLineConsole console(InputRules rules, NameSnapshot names, Terminal terminal) {
    return new JLineConsole(
        terminal,
        folder.resolve("state/photocat/history"),
        rules::isUnfinished,
        new Completer(rules, () -> names, List::of, folder::resolve),
        true);
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void readsSqlOverSeveralLinesUntilItsSemicolon() throws Exception {
    type("SELECT 'a;\rb\\n!x'\r;\r");

    assertThat(console.read("> ", "")).contains("SELECT 'a;\nb\\n!x'\n;");
  }

  /** Names come from files and tables of strangers, drafts from an editor. */
  @Test
  void nothingRawComesIntoTheLineOrAroundIt() throws Exception {
    String raw = "ph\u001b]0;owned\u0007\u202e";
    NameSnapshot names =
        new NameSnapshot(
            List.of(
                new Name(Kind.TABLE, raw, "", ""),
                new Name(Kind.TABLE, "pho\ntos", "", ""),
                new Name(Kind.TABLE, "photos", "", raw)),
            List.of());
    PipedOutputStream typing = new PipedOutputStream();
    Files.writeString(folder.resolve("ph\u001b[2Jx.csv"), "");
    List<CommandInfo> commands = CommandLines.describe(new World(folder).context);
    try (JLineConsole odd =
        console(new InputRules(() -> commands), names, new PipedInputStream(typing, 1 << 16))) {
      typing.write("FROM ph\t;\r".getBytes(StandardCharsets.UTF_8));
      assertThat(odd.read("> ", "")).contains("FROM photos;");
      typing.write(".read ph\t\r".getBytes(StandardCharsets.UTF_8));
      assertThat(odd.read("> ", "")).contains(".read ph");
      typing.write("\r".getBytes(StandardCharsets.UTF_8));
      assertThat(odd.read("> ", "SELECT '" + raw + "';")).contains("SELECT '" + raw + "';");
      typing.write("y\r".getBytes(StandardCharsets.UTF_8));
      assertThat(odd.ask("drop " + raw + "? ")).contains("y");
      odd.status(List.of("job " + raw));
      odd.announce("done " + raw);
    }

    assertThat(screen.toString(StandardCharsets.UTF_8))
        .contains("\\x1b]0;owned\\x07\\u202e")
        .doesNotContain("\u001b]0;", "\u202e", "ph\u001b[2Jx");
  }

  @Test
  void aTerminalThatHasGoneIsTheEnd() throws Exception {
    InputRules rules = new InputRules(List::of);
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };

    try (JLineConsole lost = console(rules, new NameSnapshot(List.of(), List.of()), gone)) {
      assertThat(lost.read("> ", "")).isEmpty();
    }
  }

  @Test
  void aTerminalThatWentWhileThePromptWasStoppedIsAHangup() throws Exception {
    AtomicBoolean gone = new AtomicBoolean();
    PipedOutputStream typed = new PipedOutputStream();
    ExternalTerminal terminal =
        new ExternalTerminal(
            "test", "xterm", new PipedInputStream(typed), screen, StandardCharsets.UTF_8) {
          @Override
          public Size getSize() {
            if (gone.get()) {
              throw new IOError(new IOException("Error calling ioctl(TIOCGWINSZ)"));
            }
            return new Size(100, 24);
          }
        };
    InputRules rules = new InputRules(List::of);
    try (JLineConsole lost = console(rules, new NameSnapshot(List.of(), List.of()), terminal)) {
      CompletableFuture<Optional<String>> read = reading(lost);
      waitFor("> ");
      assertThat(lost.hangup()).isEmpty();

      gone.set(true);
      terminal.raise(Terminal.Signal.CONT);
      typed.close();

      assertThat(read.get(10, TimeUnit.SECONDS)).isEmpty();
      assertThat(lost.hangup()).contains(129);
    }
  }

  @Test
  void readsACommandAsOneLine() throws Exception {
    type(".status\rstatus --mode csv\r");

    assertThat(console.read("> ", "")).contains(".status");
    assertThat(console.read("> ", "")).contains("status --mode csv");
  }

  @Test
  void completesWithTab() throws Exception {
    type("sel\t* FROM pho\t;\r.stat\t\r");

    assertThat(console.read("> ", "")).contains("select * FROM photos;");
    assertThat(console.read("> ", "").map(String::strip)).contains(".status");
  }

  @Test
  void ctrlCClearsTheLineAndCtrlDLeaves() throws Exception {
    assertThat(readWhileTyping("SELECT", "\u0003")).contains("");
    assertThat(readWhileTyping("", "\u0004")).isEmpty();
  }

  @Test
  void keepsItsHistoryPrivateAndWithoutPasswords() throws Exception {
    Path history = folder.resolve("state/photocat/history");
    type(".status\r.x password=secret\r .not_kept\r");
    console.read("> ", "");
    console.read("> ", "");
    console.read("> ", "");

    assertThat(Files.readString(history))
        .contains(".status")
        .doesNotContain("secret")
        .doesNotContain("not_kept");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  @Test
  void takesALongPasteInOnePiece() throws Exception {
    String statement = "SELECT '" + "x".repeat(5_000) + "',\n2;";
    type("\u001b[200~" + statement + "\u001b[201~\r");

    assertThat(console.read("> ", "")).contains(statement);
  }

  @Test
  void altEnterRunsWithoutASemicolon() throws Exception {
    type("SELECT\r1\u001b\r");
    assertThat(console.read("> ", "")).contains("SELECT\n1;");

    type("SELECT 2;\u001b\r");
    assertThat(console.read("> ", "")).contains("SELECT 2;");
  }

  @Test
  void offersTheHistoryInGreyAndTakesItOnRequest() throws Exception {
    type("SELECT 'earlier';\r");
    console.read("> ", "");

    type("SEL\u001b[C\r");
    assertThat(console.read("> ", "")).contains("SELECT 'earlier';");
    type("SELECT 'e\u0005\r");
    assertThat(console.read("> ", "")).contains("SELECT 'earlier';");
  }

  @Test
  void coloursWhatIsTyped() throws Exception {
    type("SELECT 1;\r");
    console.read("> ", "");

    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("\u001b[1mSELECT");
  }

  @Test
  void beginsWithADraft() throws Exception {
    type(" + 1;\r");

    assertThat(console.read("> ", "SELECT 1")).contains("SELECT 1 + 1;");
  }

  @Test
  void takesAThousandLinesQuickly() throws Exception {
    String lines = "SELECT 'a line of a script that somebody pastes';\n".repeat(1_000);
    type("\u001b[200~" + lines + "\u001b[201~\r");

    assertThat(console.read("> ", "")).map(String::strip).contains(lines.strip());
  }

  @Test
  void leavesWhenItIsClosedWhileReading() throws Exception {
    Thread closer = new Thread(console::close);
    closer.start();

    assertThat(console.read("> ", "")).isEmpty();
    closer.join();
  }

  /** Ctrl-C has its meaning only while the console reads, so this waits for what it shows. */
  private Optional<String> readWhileTyping(String text, String key) throws Exception {
    screen.reset();
    CompletableFuture<Optional<String>> read = reading(console);
    waitFor("> ");
    type(text);
    waitFor(text);
    type(key);
    return read.get(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<Optional<String>> reading(JLineConsole from) {
    return CompletableFuture.supplyAsync(
        () -> from.read("> ", ""), task -> new Thread(task).start());
  }

  private void waitFor(String shown) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!text().contains(shown)) {
      assertThat(System.nanoTime()).as("%s in %s", shown, text()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** What was written, without colours. */
  private String text() {
    return screen.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private void type(String text) throws Exception {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }
}
