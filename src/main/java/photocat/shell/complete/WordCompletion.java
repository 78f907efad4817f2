package photocat.shell.complete;

import java.util.List;
import java.util.function.Function;
import photocat.sql.CommandWords;

/**
 * Completes one word of a command whose values may hold blanks and quotes: those go into quotes.
 */
final class WordCompletion {
  private WordCompletion() {}

  /**
   * Completes the word that {@code typed} begins.
   *
   * @param offset where it begins in the whole text
   * @param values gives the values that begin with what was typed, without quotes; one that ends in
   *     {@code /} goes on
   */
  static Completion of(String typed, int offset, Function<String, List<Suggestion>> values) {
    CommandWords.Typed word = CommandWords.typed(typed);
    List<Suggestion> fitting = values.apply(word.word());
    if (typed.isEmpty()) {
      return new Completion(offset, "", fitting.stream().map(WordCompletion::quoted).toList());
    }
    if (word.quote().isEmpty() && fitting.stream().noneMatch(WordCompletion::needsQuotes)) {
      return new Completion(offset, word.word(), fitting);
    }
    // All in the same quotes: only so do they have a beginning in common.
    boolean holdsSingle =
        word.word().contains("'") || fitting.stream().anyMatch(each -> each.value().contains("'"));
    char quote = holdsSingle ? '"' : word.quote().orElse('\'');
    return new Completion(
        offset,
        quote + CommandWords.escaped(word.word(), quote),
        fitting.stream().map(each -> inQuotes(each, quote)).toList());
  }

  private static Suggestion quoted(Suggestion suggestion) {
    char quote = suggestion.value().contains("'") ? '"' : '\'';
    return needsQuotes(suggestion) ? inQuotes(suggestion, quote) : suggestion;
  }

  private static boolean needsQuotes(Suggestion suggestion) {
    return suggestion.value().matches("(?s).*[\\s'\";].*");
  }

  private static Suggestion inQuotes(Suggestion suggestion, char quote) {
    String value = suggestion.value();
    String end = value.endsWith("/") ? "" : String.valueOf(quote);
    return suggestion.with(quote + CommandWords.escaped(value, quote) + end);
  }
}
