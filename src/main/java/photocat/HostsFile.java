package photocat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import photocat.fetch.HostTable;
import photocat.file.TextFile;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/** The user's own rows on how hosts are treated: {@code hosts.csv} beside the settings file. */
final class HostsFile {
  private HostsFile() {}

  /**
   * Returns the shipped table with the user's rows first, or as it is where there is no such file.
   *
   * @throws PhotocatException {@link ExitStatus#USAGE} when the file cannot be read or has a wrong
   *     line
   */
  static HostTable readBeside(Path settingsFile) {
    Path file = settingsFile.resolveSibling("hosts.csv");
    try {
      return HostTable.withOwn(TextFile.read(file, TextFile.LARGEST_BY_HAND_BYTES));
    } catch (NoSuchFileException e) {
      return HostTable.SHIPPED;
    } catch (IOException e) {
      throw refusal(file + ": " + FailureReason.of(e), e);
    } catch (IllegalArgumentException e) {
      throw refusal(file + ", " + e.getMessage(), e);
    }
  }

  private static PhotocatException refusal(String message, Exception cause) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot read the table of hosts " + message, cause)
        .withHint("correct or remove the file; the explanation of downloads has its columns");
  }
}
