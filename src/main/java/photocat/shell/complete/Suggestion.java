package photocat.shell.complete;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import photocat.command.OutputMode;

/**
 * Something that Tab can put in place of the word at the cursor.
 *
 * @param value the text put in
 * @param group heading of the list it is shown in
 * @param description one phrase, or empty
 * @param whole whether the word is done, so that a blank may follow
 */
public record Suggestion(String value, String group, String description, boolean whole) {
  /** Tells whether {@code word}, in any case, is how the value begins. */
  boolean fits(String word) {
    return value.regionMatches(true, 0, word, 0, word.length());
  }

  /** A keyword in the case that {@code word} was begun in. */
  static Suggestion keyword(String keyword, String word) {
    boolean upper = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    String value = upper ? keyword.toUpperCase(Locale.ROOT) : keyword;
    return new Suggestion(value, "keywords", "", true);
  }

  /** The modes that results can be written in. */
  public static Stream<Suggestion> modes() {
    return Arrays.stream(OutputMode.values())
        .map(mode -> new Suggestion(mode.word(), "modes", mode.meaning(), true));
  }

  /** Returns the same with another value. */
  Suggestion with(String newValue) {
    return new Suggestion(newValue, group, description, whole);
  }

  /** Returns the same without the first characters of its value. */
  Suggestion from(int start) {
    return with(value.substring(start));
  }
}
