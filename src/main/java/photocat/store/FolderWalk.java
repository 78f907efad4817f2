package photocat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.model.FailureReason;

/**
 * Lists all that lies in a folder and below it. What may not be looked at is passed over and told;
 * links are not followed, and what runs have half written is nobody's file.
 */
final class FolderWalk {
  /** Each level holds a folder open; photos lie a few levels deep. */
  private static final int MOST_LEVELS = 64;

  private final Listing listing;

  FolderWalk(Listing listing) {
    this.listing = listing;
  }

  /** Lists {@code root}; fails if that itself cannot be looked at. */
  void walk(Folder root) throws IOException {
    walk(root, "", 1);
  }

  private void walk(Folder folder, String above, int level) throws IOException {
    List<String> folders = new ArrayList<>();
    folder.names(name -> look(folder, above, name, folders));
    for (String name : folders) {
      try (Folder child = folder.folder(name)) {
        if (level == MOST_LEVELS) {
          throw new IOException("it lies too deep");
        }
        walk(child, above + name + "/", level + 1);
      } catch (NoSuchFileException e) {
        // Somebody has removed it meanwhile.
      } catch (IOException e) {
        listing.unread(new Unread(above + name, FailureReason.of(e)));
      }
    }
  }

  private void look(Folder folder, String above, String name, List<String> folders) {
    try {
      Optional<BasicFileAttributes> found = folder.find(name);
      if (found.isEmpty() || PartNames.isPart(name)) {
        return;
      }
      boolean isLinkedFolder =
          found.get().isSymbolicLink() && Files.isDirectory(folder.path().resolve(name));
      if (found.get().isDirectory() || isLinkedFolder) {
        folders.add(name);
      } else if (found.get().isRegularFile()) {
        listing.file(above + name, found.get().size());
      }
    } catch (IOException e) {
      listing.unread(new Unread(above + name, FailureReason.of(e)));
    }
  }
}
