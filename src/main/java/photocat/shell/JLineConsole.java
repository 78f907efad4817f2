package photocat.shell;

import java.io.BufferedWriter;
import java.io.IOError;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.shell.render.VisibleText;

/** The only class that knows JLine, so that scripts and pipes never load it. */
final class JLineConsole implements Console {
  private static final int USUAL_COLUMNS = 80;
  private static final int HISTORY_LINES = 5_000;

  /** Beyond its default of 1,000 characters JLine drops undo and the second prompt in silence. */
  private static final int LARGEST_EDITED_TEXT = 50_000;

  /** What JLine compares with whole lines: no password is kept. */
  private static final String NOT_KEPT = "*password=*:*token=*:*secret=*";

  private final Terminal terminal;
  private final LineReader reader;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A console on {@code terminal}, which it closes.
   *
   * @param isUnfinished tells of typed text whether Enter should begin another line
   */
  JLineConsole(
      Terminal terminal, Path historyFile, Predicate<String> isUnfinished, Completer completer) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("photocat")
            .parser(new StatementParser(isUnfinished, completer))
            .completer((line, parsed, candidates) -> offer(parsed, candidates))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  > ")
            .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, LARGEST_EDITED_TEXT)
            .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
            .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
            .variable(LineReader.HISTORY_IGNORE, NOT_KEPT)
            .variable(LineReader.INDENTATION, 0)
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .variable(LineReader.LIST_MAX, 200)
            // Otherwise != begins a history expansion and backslashes vanish.
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE, true)
            .build();
    if (isPrivate(historyFile)) {
      reader.setVariable(LineReader.HISTORY_FILE, historyFile);
    }
  }

  /** Opens the terminal of this process. */
  static Terminal openTerminal() {
    try {
      return TerminalBuilder.builder()
          .name("photocat")
          .system(true)
          .dumb(true)
          .encoding(StandardCharsets.UTF_8)
          .build();
    } catch (IOException e) {
      throw PhotocatException.of(Kind.FAILED, "cannot open the terminal: " + e.getMessage(), e);
    }
  }

  Writer writer() {
    return new BufferedWriter(terminal.writer());
  }

  /** Some terminals do not tell their width. */
  int columns() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_COLUMNS;
  }

  @Override
  public Optional<String> read(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (IOError | IllegalStateException e) {
      // How JLine says that the terminal was closed under it.
      if (closed.get()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void onInterrupt(Runnable pressed) {
    terminal.handle(Terminal.Signal.INT, signal -> pressed.run());
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      terminal.close();
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot give the terminal back: " + e.getMessage(), e);
    }
  }

  private static void offer(ParsedLine parsed, List<Candidate> candidates) {
    if (parsed instanceof Typed typed) {
      for (Suggestion suggestion : typed.completion().suggestions()) {
        String about = VisibleText.of(suggestion.description());
        candidates.add(
            new Candidate(
                suggestion.value(),
                VisibleText.of(suggestion.value()),
                suggestion.group(),
                about.isEmpty() ? null : about,
                null,
                null,
                suggestion.whole()));
      }
    }
  }

  /** Makes the history readable by its owner only; without such a file nothing is kept. */
  private static boolean isPrivate(Path historyFile) {
    try {
      Path folder = historyFile.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.createFile(
          historyFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return true;
    } catch (FileAlreadyExistsException e) {
      return Files.isWritable(historyFile);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Asks for another line until a statement is whole; leaves quotes and backslashes alone. */
  private record StatementParser(Predicate<String> isUnfinished, Completer completer)
      implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && isUnfinished.test(line)) {
        throw new EOFError(-1, -1, "the statement goes on");
      }
      return new Typed(
          line,
          cursor,
          context == ParseContext.COMPLETE
              ? completer.complete(line, cursor)
              : new Completion(0, List.of()));
    }

    @Override
    public boolean isEscapeChar(char character) {
      return false;
    }
  }

  /** Text with the word that Tab completes; JLine shall not add quotes to what is put in. */
  private record Typed(String line, int cursor, Completion completion)
      implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(completion.start(), cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - completion.start();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }
  }
}
