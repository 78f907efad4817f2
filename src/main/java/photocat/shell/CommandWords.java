package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Cuts a command line into words as DuckDB's shell does: {@code '…'} holds its text as it is,
 * {@code "…"} knows {@code \n \t \" \\}, and all else goes up to the next blank.
 */
final class CommandWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private int position;

  private CommandWords(String line) {
    this.line = line;
  }

  /** Returns the words of {@code line}; a quote that does not end is wrong usage. */
  static List<String> of(String line) {
    CommandWords words = new CommandWords(line);
    words.split();
    return List.copyOf(words.words);
  }

  private void split() {
    while (skipBlanks()) {
      StringBuilder word = new StringBuilder();
      while (position < line.length() && !Character.isWhitespace(line.charAt(position))) {
        char character = line.charAt(position++);
        if (character == '\'' || character == '"') {
          quoted(character, word);
        } else {
          word.append(character);
        }
      }
      words.add(word.toString());
    }
  }

  private boolean skipBlanks() {
    while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
      position++;
    }
    return position < line.length();
  }

  private void quoted(char quote, StringBuilder word) {
    int start = position;
    while (position < line.length()) {
      char character = line.charAt(position++);
      if (character == quote) {
        return;
      }
      boolean escape = quote == '"' && character == '\\' && position < line.length();
      word.append(escape ? escaped(line.charAt(position++)) : String.valueOf(character));
    }
    throw PhotocatException.of(
        Kind.USAGE,
        "cannot read the command: the quote %s at character %d has no end".formatted(quote, start));
  }

  private static String escaped(char character) {
    return switch (character) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '"', '\\' -> String.valueOf(character);
      default -> "\\" + character;
    };
  }
}
