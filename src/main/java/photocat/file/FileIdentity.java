package photocat.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tells a file from any other, a copy of it included, whatever its name becomes. */
public final class FileIdentity {
  private FileIdentity() {}

  /** Returns it; opens nothing, so that no lock is lost. */
  public static String of(Path file) {
    try {
      Object key = Files.readAttributes(file, "fileKey").get("fileKey");
      return key == null ? file.toRealPath().toString() : key.toString();
    } catch (IOException e) {
      return file.toString();
    }
  }
}
