package photocat.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Named pipes of photocat's own, from which another part of this process, such as DuckDB, reads as
 * from files what we write meanwhile.
 */
public final class NamedPipes {
  private NamedPipes() {}

  /**
   * Makes {@code pipes}, where nothing may be, for this user alone.
   *
   * @throws IOException also where the disk takes none
   */
  public static void make(List<Path> pipes) throws IOException {
    // Java itself has no way to make one; the program is part of POSIX.
    List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600", "--"));
    pipes.forEach(pipe -> command.add(pipe.toAbsolutePath().toString()));
    Process mkfifo = new ProcessBuilder(command).redirectErrorStream(true).start();
    mkfifo.getOutputStream().close();
    String said = new String(mkfifo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(mkfifo) != 0) {
      throw new FileSystemException(pipes.get(0).toString(), null, said.strip());
    }
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pipes were made", e);
    }
  }

  /** Opens {@code pipe} to write to it; waits until somebody has opened the other end. */
  public static WritableByteChannel open(Path pipe) throws IOException {
    return FileChannel.open(pipe, StandardOpenOption.WRITE);
  }

  /**
   * Removes {@code pipe}, if it is there. Whoever waits for the other end of it waits no longer,
   * and nobody can begin to.
   */
  public static void remove(Path pipe) throws IOException {
    if (!Files.exists(pipe)) {
      return;
    }
    // Who opens both ends at once never waits, and is company for those who do.
    FileChannel both = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Files.deleteIfExists(pipe);
    } finally {
      both.close();
    }
  }
}
