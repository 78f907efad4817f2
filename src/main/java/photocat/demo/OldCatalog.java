package photocat.demo;

import java.nio.file.Path;
import java.util.List;
import photocat.model.PhotocatException;

/** Looks at the catalogue that an earlier demonstration has left. */
public interface OldCatalog {
  /**
   * Looks into {@code file}, which is there and no link.
   *
   * @throws PhotocatException when it cannot be looked at, as where another process has it open
   */
  Found look(Path file);

  /**
   * What is in it.
   *
   * @param ofTheUser what no demonstration put there, as messages name it
   * @param partMarks words that tell the files of downloads that were killed
   */
  record Found(List<String> ofTheUser, List<String> partMarks) {
    /** Copies the lists. */
    public Found {
      ofTheUser = List.copyOf(ofTheUser);
      partMarks = List.copyOf(partMarks);
    }
  }
}
