package photocat.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import photocat.model.FailureReason;

/** Removes what some runs have left half written, and nothing else. */
final class PartRemoval {
  private final Folders folders;
  private final Set<String> marks;
  private final Consumer<Unread> unread;

  /**
   * @param marks those of the runs
   * @param unread told of folders that may have more of it
   */
  PartRemoval(Folders folders, Set<String> marks, Consumer<Unread> unread) {
    this.folders = folders;
    this.marks = marks;
    this.unread = unread;
  }

  /** Looks into the root and {@code names}, not into what is below them. */
  void in(Collection<String> names) {
    if (!marks.isEmpty()) {
      in("");
      names.stream().filter(name -> !name.isEmpty()).forEach(this::in);
    }
  }

  private void in(String name) {
    try {
      Optional<Folder> there = folders.find(name);
      if (there.isPresent()) {
        try (Folder folder = there.get()) {
          removeFrom(folder);
        }
      }
    } catch (IOException e) {
      unread.accept(new Unread(name, FailureReason.of(e)));
    }
  }

  private void removeFrom(Folder folder) throws IOException {
    List<String> ours = new ArrayList<>();
    folder.names(
        name -> {
          if (marks.stream().anyMatch(mark -> PartNames.isOf(mark, name))) {
            ours.add(name);
          }
        });
    for (String name : ours) {
      folder.delete(name);
    }
  }
}
