package photocat.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalLong;
import photocat.file.OwnFiles;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * A file behind an address that never changes, kept in a folder of the user's: whole, under its
 * name, or in part beside it, from where the next run goes on.
 */
public final class KeptFile {
  private final String address;
  private final Path folder;
  private final Path file;
  private final Path part;
  private final long sizeBytes;

  /**
   * The copy of {@code address} in {@code folder}.
   *
   * @param sizeBytes that it has when it is whole
   */
  public KeptFile(String address, Path folder, String name, long sizeBytes) {
    this.address = address;
    this.folder = folder;
    this.file = folder.resolve(name);
    this.part = folder.resolve(name + ".part");
    this.sizeBytes = sizeBytes;
  }

  /** Returns where it lies. */
  public Path file() {
    return file;
  }

  /** Tells whether it is there and whole. */
  public boolean isWhole() {
    try {
      return Files.isRegularFile(file) && Files.size(file) == sizeBytes;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Fetches what is missing of it.
   *
   * @throws PhotocatException when something else has its name, or it does not come whole
   */
  public void fetch(RemoteSettings settings, Cancellation cancellation, ReadProgress progress) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw failure("something else is there, not of %,d bytes".formatted(sizeBytes))
          .withHint("move it away, or name another folder");
    }
    if (sizeBytes <= 0) {
      throw failure("its server says that it is empty").withHint("try again later");
    }
    StopByInterrupt stop = new StopByInterrupt(cancellation);
    try {
      OwnFiles.makeFolder(folder);
      long begun = partBytes();
      if (begun < sizeBytes) {
        fetchFrom(begun, settings, progress);
      }
      finish();
    } catch (IOException e) {
      cancellation.check("fetching " + file.getFileName());
      throw failure(FailureReason.of(e)).withHint("the same command goes on where it stopped");
    } finally {
      stop.close();
    }
  }

  /** What is longer than the whole is part of something else. */
  private long partBytes() throws IOException {
    if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    if (Files.size(part) > sizeBytes) {
      Files.delete(part);
      return 0;
    }
    return Files.size(part);
  }

  private void fetchFrom(long begun, RemoteSettings settings, ReadProgress progress)
      throws IOException {
    try (RemoteObject object = RemoteFile.object(address, settings);
        ResumingInput in = new ResumingInput(object, settings, begun);
        OutputStream out = Channels.newOutputStream(OwnFiles.append(part))) {
      byte[] buffer = new byte[1 << 18];
      long there = begun;
      for (int count = in.read(buffer, 0, buffer.length);
          count >= 0;
          count = in.read(buffer, 0, buffer.length)) {
        out.write(buffer, 0, count);
        there += count;
        progress.read(there, OptionalLong.of(sizeBytes));
      }
    }
  }

  private void finish() throws IOException {
    long found = Files.size(part);
    if (found != sizeBytes) {
      Files.delete(part);
      throw new IOException("%,d bytes came, and it should have %,d".formatted(found, sizeBytes));
    }
    OwnFiles.putWhereNothingIs(file, part);
    Files.deleteIfExists(part);
  }

  private PhotocatException failure(String why) {
    return PhotocatException.of(ExitStatus.FAILED, "cannot keep %s: %s".formatted(file, why));
  }
}
