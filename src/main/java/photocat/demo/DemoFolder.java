package photocat.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * The folder that a demonstration fills. What an earlier one wrote there is removed first, and
 * nothing else: what it did not write stays, and what it would have to replace stops it before
 * anything has been removed. Closed by whoever opened it; until then no other demonstration works
 * there.
 */
final class DemoFolder implements AutoCloseable {
  static final String ELSEWHERE = "choose another folder with --out DIR";

  private final Path folder;
  private final DemoRecord demos;
  private final Set<String> kept;

  private DemoFolder(Path folder, DemoRecord demos, Set<String> kept) {
    this.folder = folder;
    this.demos = demos;
    this.kept = Set.copyOf(kept);
  }

  /**
   * Makes {@code folder} ready; a link to it stays one.
   *
   * @param needed the files that will be written, by their paths below it
   * @throws PhotocatException when it holds what is not of a demonstration and in its way, one is
   *     running there, or it cannot be written
   */
  static DemoFolder open(Path folder, Set<String> needed, OldCatalog catalog) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      DemoRecord demos = DemoRecord.open(real);
      try {
        DemoSurvey survey = new DemoSurvey(folder, real, demos);
        survey.look(needed, catalog);
        survey.remove();
        demos.clear();
        return new DemoFolder(real, demos, survey.kept());
      } catch (IOException | RuntimeException e) {
        demos.close();
        throw e;
      }
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot write the folder of the demo %s: %s".formatted(folder, FailureReason.of(e)),
              e)
          .withHint(ELSEWHERE);
    }
  }

  static PhotocatException refusal(Path folder, String why) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot run the demo in %s: %s".formatted(folder, why))
        .withHint(ELSEWHERE);
  }

  /** Tells whether the folder {@code name} in it has files that no demonstration wrote. */
  boolean hasMore(String name) {
    return kept.contains(name);
  }

  /** Writes a file that is not there. */
  void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    demos.begin(path);
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    demos.wrote(path, Sha256.of(content));
  }

  /** Says that a command will write a file from now on. */
  void begin(String path) throws IOException {
    demos.begin(path);
  }

  /** Says that a command has written a file. */
  void wrote(String path) throws IOException {
    demos.wrote(path, Sha256.of(folder.resolve(path)));
  }

  /** Says that a file with this content may come, from any thread. */
  void mayCome(String path, byte[] content) throws IOException {
    demos.wrote(path, Sha256.of(content));
  }

  @Override
  public void close() throws IOException {
    demos.close();
  }
}
