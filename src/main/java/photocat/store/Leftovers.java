package photocat.store;

import java.util.List;
import java.util.Set;

/**
 * What runs that ended without a word may have left half written.
 *
 * @param marks those of the runs
 * @param folders where their photos lie, below the root and the root itself apart
 * @param uploads that were begun, and not completed
 */
public record Leftovers(Set<String> marks, List<String> folders, List<Upload> uploads) {
  /** Copies the collections. */
  public Leftovers {
    marks = Set.copyOf(marks);
    folders = List.copyOf(folders);
    uploads = List.copyOf(uploads);
  }

  /** A photo on its way into a bucket, and the identifier that the server gave it. */
  public record Upload(String name, String id) {}
}
