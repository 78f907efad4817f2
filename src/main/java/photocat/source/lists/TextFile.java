package photocat.source.lists;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import photocat.source.GzipInput;

/**
 * A file of text: UTF-8, or UTF-16 with a byte order mark; packed with gzip or not; with a first
 * line {@code sep=;} for Excel or without.
 *
 * @param delimiter what the line {@code sep=} says; empty where there is none
 */
record TextFile(Path path, Charset charset, Optional<Character> delimiter) {
  private static final int LONGEST_SEP_LINE = 10;
  private static final int LONGEST_QUOTED_LINE = 1 << 13;

  /** Looks at the first bytes of {@code path}. */
  static TextFile of(Path path) throws IOException {
    TextFile file = new TextFile(path, charset(path), Optional.empty());
    try (BufferedReader reader = file.openWhole()) {
      return new TextFile(path, file.charset, separator(reader));
    }
  }

  private static Charset charset(Path path) throws IOException {
    try (InputStream in = bytes(path)) {
      int first = in.read();
      int second = in.read();
      if (first == 0xff && second == 0xfe) {
        return StandardCharsets.UTF_16LE;
      }
      return first == 0xfe && second == 0xff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
  }

  private static InputStream bytes(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return GzipInput.orPlain(new BufferedInputStream(file));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Returns a reader that stands behind the byte order mark and the line {@code sep=}. */
  BufferedReader open() throws IOException {
    BufferedReader reader = openWhole();
    if (delimiter.isPresent()) {
      reader.readLine();
    }
    return reader;
  }

  /** Returns the number of the line that {@link #open} begins with. */
  long firstLine() {
    return delimiter.isPresent() ? 2 : 1;
  }

  /** Tells whether its first line is quoted words and spaces, as R writes tables. */
  boolean startsWithQuotedWords() throws IOException {
    char[] start = new char[LONGEST_QUOTED_LINE];
    try (BufferedReader reader = open()) {
      int length = Math.max(0, reader.read(start));
      String line = new String(start, 0, length).split("\\R", 2)[0];
      return line.length() > 1
          && line.startsWith("\"")
          && line.endsWith("\"")
          && Arrays.stream(line.substring(1, line.length() - 1).split("\" \"", -1))
              .noneMatch(word -> word.contains("\""));
    }
  }

  private BufferedReader openWhole() throws IOException {
    // A decoder of its own reports bytes that are wrong; the usual one replaces them.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes(path), charset.newDecoder()));
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private static Optional<Character> separator(BufferedReader reader) throws IOException {
    char[] start = new char[LONGEST_SEP_LINE];
    int length = 0;
    for (int next = reader.read();
        next >= 0 && next != '\n' && next != '\r' && length < start.length;
        next = reader.read()) {
      start[length++] = (char) next;
    }
    String line = new String(start, 0, length).replaceAll("^\"(.*)\"$", "$1");
    boolean says = line.length() == 5 && line.toLowerCase(Locale.ROOT).startsWith("sep=");
    return says ? Optional.of(line.charAt(4)) : Optional.empty();
  }
}
