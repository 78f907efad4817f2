package photocat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import photocat.SettingValues.Given;
import photocat.file.TextFile;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * A file of settings: {@code key = value} on each line, {@code #} in front of a comment, UTF-8.
 * Unlike {@link java.util.Properties} it knows the line of each key and refuses what it cannot
 * read.
 */
final class SettingsFile {
  private SettingsFile() {}

  /**
   * Returns the values by key; none when there is no such file.
   *
   * @throws PhotocatException {@link ExitStatus#USAGE} when the file cannot be read or has a line
   *     that is none of these
   */
  static Map<String, Given> read(Path file) {
    Map<String, Given> values = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String origin = file + ":" + (i + 1);
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw refusal(origin + ": expected 'key = value', found '" + line + "'");
      }
      String key = line.substring(0, equals).strip();
      String text = line.substring(equals + 1).strip();
      Given before = values.put(key, new Given(text, origin));
      if (before != null) {
        throw refusal(origin + ": " + key + " is set before, at " + before.origin());
      }
    }
    return values;
  }

  private static List<String> lines(Path file) {
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      return TextFile.read(file, TextFile.LARGEST_BY_HAND_BYTES).lines().toList();
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot read settings file " + file + ": " + FailureReason.of(e), e)
          .withHint("make it a readable UTF-8 text, or remove it");
    }
  }

  private static PhotocatException refusal(String message) {
    return PhotocatException.of(ExitStatus.USAGE, message).withHint("correct or remove that line");
  }
}
