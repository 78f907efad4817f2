package photocat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jspecify.annotations.Nullable;

/** A pseudo terminal whose other end is this JVM: it takes no program that Linux may lack. */
final class PtyTerminal extends TestTerminal {
  private static final long MOMENT_MILLIS = 100;
  private static final String BRACKET = "\u001b[20%d~";

  private final JniNativePty pty;
  private final VirtualScreen screen;
  private final Process shell;
  private final Thread reading;
  private volatile boolean released;
  private volatile @Nullable Exception failure;

  private PtyTerminal(JniNativePty pty, VirtualScreen screen, Process shell) {
    super(shell.toHandle());
    this.pty = pty;
    this.shell = shell;
    this.screen = screen;
    this.reading = new Thread(this::read, "terminal");
    reading.setDaemon(true);
  }

  /** Opens a terminal of this size, whose shell starts in {@code folder}. */
  static PtyTerminal open(Path folder, int columns, int rows, Map<String, String> environment)
      throws IOException {
    JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(null, new Size(columns, rows));
    List<String> words = OtherJvm.withUsualSignals();
    words.addAll(List.of("setsid", "--ctty", "sh"));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(Path.of(pty.getName()).toFile())
            .redirectOutput(Path.of(pty.getName()).toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("TERM", VirtualScreen.TYPE);
    Process shell = builder.start();
    PtyTerminal terminal = new PtyTerminal(pty, new VirtualScreen(columns, rows), shell);
    terminal.reading.start();
    return terminal;
  }

  @Override
  void type(String text) throws IOException {
    OutputStream keyboard = pty.getMasterOutput();
    keyboard.write(text.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  @Override
  void press(String... keys) throws IOException {
    for (String key : keys) {
      type(
          switch (key) {
            case "Enter" -> "\r";
            case "M-Enter" -> "\u001b\r";
            case "Tab" -> "\t";
            case "C-c" -> "\u0003";
            case "Right" -> "\u001b[C";
            default -> key;
          });
    }
  }

  @Override
  void paste(String text) throws IOException {
    boolean brackets;
    synchronized (screen) {
      brackets = screen.wantsBrackets();
    }
    type(brackets ? BRACKET.formatted(0) + text + BRACKET.formatted(1) : text);
  }

  @Override
  void resize(int columns, int rows) throws IOException {
    synchronized (screen) {
      screen.resize(columns, rows);
    }
    pty.setSize(new Size(columns, rows));
  }

  @Override
  String screen() {
    if (failure != null) {
      throw new AssertionError("what photocat wrote cannot be shown", failure);
    }
    synchronized (screen) {
      return screen.text();
    }
  }

  @Override
  String modes() {
    synchronized (screen) {
      return screen.modes();
    }
  }

  @Override
  void awaitChange(String seen) throws IOException {
    synchronized (screen) {
      try {
        if (screen.text().equals(seen)) {
          screen.wait(MOMENT_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("not waited for", e);
      }
    }
  }

  @Override
  void closeShell() throws IOException {
    try {
      shell.destroyForcibly().waitFor();
      released = true;
      // The thread that reads is woken by a last word of our own.
      pty.getSlaveOutput().write('\n');
      reading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pty.close();
    }
  }

  private void read() {
    char[] some = new char[8192];
    Reader reader = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8);
    try {
      while (!released) {
        show(new String(some, 0, Math.max(0, reader.read(some))));
      }
    } catch (IOException | IllegalStateException e) {
      failure = e;
    }
  }

  private void show(String written) throws IOException {
    String answers;
    synchronized (screen) {
      screen.write(written);
      answers = screen.answers();
      screen.notifyAll();
    }
    if (!answers.isEmpty()) {
      type(answers);
    }
  }
}
