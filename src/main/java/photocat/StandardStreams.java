package photocat;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import photocat.shell.Screen;
import photocat.shell.Streams;
import photocat.shell.TerminalWidth;

/**
 * The three streams of the process: UTF-8 whatever the locale says, and unlike {@link System#out}
 * they tell when writing fails.
 *
 * @param input what is piped in or typed
 * @param streams what goes out
 * @param screen what reads it
 * @param hasKeyboard whether a person sits at both ends, so that a prompt makes sense
 */
record StandardStreams(InputStream input, Streams streams, Screen screen, boolean hasKeyboard) {
  private static final int BUFFER_CHARS = 1 << 16;

  static StandardStreams ofProcess(Map<String, String> environment) {
    // From Java 22 on System.console() would answer for a pipe too.
    System.setProperty("jdk.console", "java.base");
    boolean in = isTerminal(0);
    boolean out = isTerminal(1);
    boolean err = isTerminal(2);
    Streams streams = new Streams(writer(FileDescriptor.out), writer(FileDescriptor.err));
    Screen screen =
        new Screen(
            out,
            err,
            isUnicode(environment),
            isColored(environment),
            new TerminalWidth(),
            () -> Integer.MAX_VALUE);
    return new StandardStreams(System.in, streams, screen, in && out);
  }

  /** By no-color.org, and for a terminal that can do nothing. */
  static boolean isColored(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Tells whether the locale of {@code environment} knows box-drawing characters. */
  static boolean isUnicode(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return locale.contains("utf-8") || locale.contains("utf8");
  }

  /**
   * Java itself only tells whether input and output both are terminals; on Linux the link in /proc
   * tells for each.
   */
  @SuppressWarnings("SystemConsoleNull") // The property set above brings the null back.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
        BUFFER_CHARS);
  }
}
