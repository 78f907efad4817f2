package photocat.shell;

import java.util.List;

/**
 * What Tab offers at one place.
 *
 * @param start where the word begins that the suggestions replace; it ends at the cursor
 * @param word what of the suggestions has been typed: the word, perhaps with a quote that it lacks
 */
record Completion(int start, String word, List<Suggestion> suggestions) {
  Completion {
    suggestions = List.copyOf(suggestions);
  }
}
