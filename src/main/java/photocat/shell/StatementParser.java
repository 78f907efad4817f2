package photocat.shell;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import photocat.shell.complete.Completion;
import photocat.shell.complete.Suggestion;
import photocat.shell.render.VisibleText;

/** Asks for another line until a statement is whole; leaves quotes and backslashes alone. */
record StatementParser(
    Predicate<String> isUnfinished, BiFunction<String, Integer, Completion> completer)
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
            ? completer.apply(line, cursor)
            : new Completion(0, line.substring(0, cursor), List.of()));
  }

  @Override
  public boolean isEscapeChar(char character) {
    return false;
  }

  /**
   * Hands JLine what fits the word that is being completed. A name with a control character in it,
   * which somebody's data has brought, is not put into the line: nobody could type it either.
   */
  static void offer(ParsedLine parsed, List<Candidate> candidates) {
    if (parsed instanceof Typed typed) {
      for (Suggestion suggestion : typed.completion().suggestions()) {
        if (!VisibleText.of(suggestion.value()).equals(suggestion.value())) {
          continue;
        }
        String about = VisibleText.of(suggestion.description());
        candidates.add(
            new Candidate(
                suggestion.value(),
                suggestion.value(),
                suggestion.group(),
                about.isEmpty() ? null : about,
                null,
                null,
                suggestion.whole()));
      }
    }
  }

  /** Text with the word that Tab completes; JLine shall not add quotes to what is put in. */
  private record Typed(String line, int cursor, Completion completion)
      implements CompletingParsedLine {
    @Override
    public String word() {
      return completion.word();
    }

    @Override
    public int wordCursor() {
      return completion.word().length();
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
      return cursor - completion.start();
    }

    @Override
    public int rawWordLength() {
      return rawWordCursor();
    }
  }
}
