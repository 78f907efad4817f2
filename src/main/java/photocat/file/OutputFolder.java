package photocat.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.PhotocatException;

/**
 * A folder of its own beside an {@link OutputPlace}, for whoever writes by path and puts further
 * files beside. It is gone when it is closed. Not thread-safe.
 */
public final class OutputFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutputFolder.class);

  private final OutputPlace place;
  private final Path folder;

  private OutputFolder(OutputPlace place, Path folder) {
    this.place = place;
    this.folder = folder;
  }

  /** Makes the folder for {@code place}, which must not be a device or pipe. */
  public static OutputFolder open(OutputPlace place) {
    try {
      return new OutputFolder(place, Files.createDirectory(place.fresh()));
    } catch (IOException e) {
      place.abandon();
      throw place.how().failure(place.named(), e);
    }
  }

  /** Returns the path of a file in the folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Returns {@code failure} with the name that the user gave where ours is. */
  public PhotocatException inHisWords(PhotocatException failure, Path written) {
    String message = failure.message().replace(written.toString(), place.named().toString());
    PhotocatException renamed = PhotocatException.of(failure.kind(), message, failure);
    return failure.hint().map(renamed::withHint).orElse(renamed);
  }

  /** Puts {@code whole}, a file in the folder that nobody writes to any more, in its place. */
  public void finish(Path whole) throws IOException {
    Forced.files(List.of(whole));
    Forced.all(place.put(whole), Forced::folder);
  }

  @Override
  public void close() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      log.warn("cannot remove {}", folder, e);
    }
    place.abandon();
  }
}
