package photocat.shell;

import java.util.List;

/**
 * What Tab offers at one place.
 *
 * @param start where the word begins that the suggestions replace; it ends at the cursor
 */
record Completion(int start, List<Suggestion> suggestions) {
  Completion {
    suggestions = List.copyOf(suggestions);
  }
}
