package photocat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;
import photocat.job.TestManifest;

/** A catalogue, and a server that has every photo: for tests of commands that want files. */
abstract class DownloadFixture {
  static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);
  static final String STATES =
      "SELECT state, reason, count(*) FROM downloads GROUP BY ALL ORDER BY ALL";

  @TempDir Path folder;
  CommandRunner photocat;
  PhotoServer server;

  @BeforeEach
  final void open() throws IOException {
    photocat = new CommandRunner(folder);
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
  }

  @AfterEach
  final void close() throws IOException {
    photocat.close();
    server.close();
  }

  /** Adds the manifest {@code m}, as {@link TestManifest} describes it. */
  final void manifest(int photos) {
    TestManifest.add(photocat::rows, 1, "m", photos);
  }

  /** Downloads {@code m} and returns the exit code. */
  final int start(String... more) {
    List<String> words =
        Stream.concat(
                Stream.of("download", "start", "m", "--allow-private-hosts", base()),
                Stream.of(more))
            .toList();
    return photocat.run(words.toArray(String[]::new));
  }

  /** Returns the option that names the server. */
  final String base() {
    return "--photo-base-url=" + server.url("");
  }

  /** Puts a file there that is somebody else's. */
  final void put(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), "not ours");
  }

  /** Two names may be one file: the link is cut first. */
  static void replace(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }
}
