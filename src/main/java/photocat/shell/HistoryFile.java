package photocat.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import photocat.file.OwnFiles;

/** Where typed lines are kept. */
final class HistoryFile {
  private HistoryFile() {}

  /** Makes it readable by its owner only; where that cannot be, nothing is to be kept. */
  static boolean isPrivate(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OwnFiles.makePrivate(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return Files.isWritable(file);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
