package photocat.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Cuts a command line into words as DuckDB's shell does: {@code '…'} holds its text as it is,
 * {@code "…"} knows {@code \n \t \" \\}, and all else goes up to the next blank.
 */
public final class CommandWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private int position;
  private int startOfWord;
  private Optional<Integer> openQuote = Optional.empty();

  private CommandWords(String line) {
    this.line = line;
  }

  /** Returns the words of {@code line}; a quote that does not end is wrong usage. */
  public static List<String> of(String line) {
    CommandWords words = new CommandWords(line);
    words.split();
    if (words.openQuote.isPresent()) {
      int at = words.openQuote.get();
      throw PhotocatException.of(
          ExitStatus.USAGE,
          "cannot read the command: the quote %s at character %d has no end"
              .formatted(line.charAt(at), at + 1));
    }
    return List.copyOf(words.words);
  }

  /**
   * A command line that is still being typed.
   *
   * @param before the words before the last
   * @param start where the last word begins, quote and all; the end of the line where there is none
   * @param word what has been typed of the last word, without quotes
   * @param quote the quote that the last word begins with, empty where it begins with none
   */
  public record Typed(List<String> before, int start, String word, Optional<Character> quote) {
    /** Copies the list. */
    public Typed {
      before = List.copyOf(before);
    }
  }

  /** Reads a line whose last word, perhaps in a quote that has no end yet, is being typed. */
  public static Typed typed(String line) {
    CommandWords read = new CommandWords(line);
    read.split();
    if (read.words.isEmpty() || read.endsInBlank()) {
      return new Typed(read.words, line.length(), "", Optional.empty());
    }
    int last = read.words.size() - 1;
    char first = line.charAt(read.startOfWord);
    return new Typed(
        read.words.subList(0, last),
        read.startOfWord,
        read.words.get(last),
        isQuote(first) ? Optional.of(first) : Optional.empty());
  }

  /** Returns {@code word} between quotes of one kind, as {@link #of} reads it back. */
  public static String quoted(String word, char quote) {
    return quote + escaped(word, quote) + quote;
  }

  /**
   * Returns {@code word} as it stands between quotes of one kind; single ones cannot hold
   * themselves.
   */
  public static String escaped(String word, char quote) {
    return quote == '"'
        ? word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        : word;
  }

  private void split() {
    while (skipBlanks()) {
      startOfWord = position;
      StringBuilder word = new StringBuilder();
      while (position < line.length() && !Character.isWhitespace(line.charAt(position))) {
        char character = line.charAt(position++);
        if (isQuote(character)) {
          takeQuoted(character, word);
        } else {
          word.append(character);
        }
      }
      words.add(word.toString());
    }
  }

  private boolean endsInBlank() {
    return openQuote.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1));
  }

  private static boolean isQuote(char character) {
    return character == '\'' || character == '"';
  }

  private boolean skipBlanks() {
    while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
      position++;
    }
    return position < line.length();
  }

  private void takeQuoted(char quote, StringBuilder word) {
    int start = position - 1;
    while (position < line.length()) {
      char character = line.charAt(position++);
      if (character == quote) {
        return;
      }
      boolean escape = quote == '"' && character == '\\' && position < line.length();
      word.append(escape ? unescaped(line.charAt(position++)) : String.valueOf(character));
    }
    openQuote = Optional.of(start);
  }

  private static String unescaped(char character) {
    return switch (character) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '"', '\\' -> String.valueOf(character);
      default -> "\\" + character;
    };
  }
}
