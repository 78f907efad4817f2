package photocat.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text in UTF-8 that is being written to an {@link OutputPlace}. It is there when it is finished,
 * and leaves nothing when it is closed before. Not thread-safe.
 */
public final class OutputFile implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutputFile.class);
  private static final int BUFFER_CHARS = 1 << 16;

  private final OutputPlace place;
  private final Path written;
  private final FileChannel channel;
  private Writer writer;
  private boolean finished;

  private OutputFile(OutputPlace place, Path written, FileChannel channel) {
    this.place = place;
    this.written = written;
    this.channel = channel;
    this.writer = newWriter();
  }

  /** Begins to write to {@code place}. */
  public static OutputFile open(OutputPlace place) {
    try {
      if (!place.isPlain()) {
        return new OutputFile(place, place.file(), PipeEnd.open(place.file(), place.stop()));
      }
      Path fresh = place.fresh();
      Set<OpenOption> asNew = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      return new OutputFile(place, fresh, FileChannel.open(fresh, asNew));
    } catch (IOException e) {
      place.abandon();
      throw place.how().failure(place.named(), e);
    }
  }

  /** Finishes several files at once, all or none of which can be written to the disk. */
  public static void finish(List<OutputFile> files) throws IOException {
    finish(files, Forced::folder);
  }

  /** The same, with another way to force a folder, of which each is forced once. */
  static void finish(List<OutputFile> files, Forced.Force<Path> folder) throws IOException {
    for (OutputFile file : files) {
      file.seal();
    }
    Forced.files(
        files.stream().filter(file -> file.place.isPlain()).map(file -> file.written).toList());
    Set<Path> changed = new LinkedHashSet<>();
    for (OutputFile file : files) {
      changed.addAll(file.publish());
    }
    Forced.all(changed, folder);
  }

  /** Returns the place of the file. */
  public OutputPlace place() {
    return place;
  }

  /** Returns what takes the text; another one after {@link #backTo}. */
  public Writer writer() {
    return writer;
  }

  /** Writes what is still in memory and lets go of the file, which is not there yet. */
  public void seal() throws IOException {
    if (channel.isOpen()) {
      writer.flush();
      channel.close();
    }
  }

  /** Returns how far the file has come, for {@link #backTo}. */
  public long mark() throws IOException {
    if (!place.isPlain()) {
      return 0;
    }
    writer.flush();
    return channel.position();
  }

  /** Forgets what was written since {@code mark}; a device or pipe has it already. */
  public void backTo(long mark) throws IOException {
    // What could not be written would be tried again.
    writer = newWriter();
    if (place.isPlain()) {
      channel.truncate(mark);
    }
  }

  /** Puts the whole file under its name. */
  public void finish() throws IOException {
    finish(List.of(this));
  }

  /** Throws away what was not finished. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    finished = true;
    try {
      channel.close();
      if (place.isPlain()) {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      log.warn("cannot remove {}", written, e);
    }
    place.abandon();
  }

  private Set<Path> publish() throws IOException {
    Set<Path> changed = place.isPlain() ? place.put(written) : Set.of();
    finished = true;
    return changed;
  }

  private Writer newWriter() {
    return new BufferedWriter(
        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8),
        BUFFER_CHARS);
  }
}
