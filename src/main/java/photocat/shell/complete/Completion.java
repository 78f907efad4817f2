package photocat.shell.complete;

import java.util.List;

/**
 * What Tab offers at one place.
 *
 * @param start where the word begins that the suggestions replace; it ends at the cursor
 * @param word what of the suggestions has been typed: the word, perhaps with a quote that it lacks
 */
public record Completion(int start, String word, List<Suggestion> suggestions) {
  public Completion {
    suggestions = List.copyOf(suggestions);
  }
}
