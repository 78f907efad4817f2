package photocat.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The list of what demonstrations have written into a folder, kept there. It has a line for a file
 * before the file is there, so that one that was killed has said so too. As long as it is open no
 * other demonstration works in the folder. Thread-safe for {@link #begin} and {@link #wrote}.
 */
final class DemoRecord implements AutoCloseable {
  private static final String NAME = ".photocat-demo";
  private static final String TITLE =
      "# What 'photocat demo' wrote here, by SHA-256; the next one replaces it, and nothing else.";

  private static final int LARGEST_BYTES = 1 << 20;

  /** In place of a hash: whatever it is, for it was being written. */
  private static final String UNFINISHED = "-";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}|-) {2}(.+)");

  private final FileChannel channel;
  private final Map<String, String> hashes = new LinkedHashMap<>();

  private DemoRecord(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens the list in {@code folder}, and makes it where the folder is empty.
   *
   * @throws PhotocatException when the folder is not a demonstration's, or one works there
   */
  static DemoRecord open(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (isThere ? !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) : !isEmpty(folder)) {
      throw foreign(folder);
    }
    Set<OpenOption> asItIs =
        Set.of(
            isThere ? LinkOption.NOFOLLOW_LINKS : StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    DemoRecord demos = new DemoRecord(FileChannel.open(file, asItIs));
    try {
      demos.lock(folder);
      demos.read(folder);
      return demos;
    } catch (IOException | RuntimeException e) {
      demos.close();
      throw e;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static PhotocatException foreign(Path folder) {
    return DemoFolder.refusal(folder, "the folder is not empty, and not of an earlier demo");
  }

  private void lock(Path folder) throws IOException {
    boolean isFree;
    try {
      isFree = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      isFree = false;
    }
    if (!isFree) {
      throw PhotocatException.of(
              ExitStatus.CATALOG,
              "cannot run the demo in %s: another demo is running there".formatted(folder))
          .withHint(DemoFolder.ELSEWHERE);
    }
  }

  /** Through the one channel: closing another of this process would drop the lock. */
  private void read(Path folder) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST_BYTES));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until it is read whole
    }
    String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    // An empty one is of a demonstration that was killed at once.
    if (text.isEmpty()) {
      add(TITLE);
    } else if (!text.startsWith(TITLE + "\n")) {
      throw foreign(folder);
    }
    for (String line : text.split("\n", -1)) {
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        hashes.put(entry.group(2), entry.group(1));
      }
    }
    channel.position(channel.size());
  }

  /** Returns the files, by their paths below the folder; {@code *} is any one folder. */
  Set<String> paths() {
    return Collections.unmodifiableSet(hashes.keySet());
  }

  /** Tells whether what is at {@code path} is what a demonstration wrote there. */
  boolean isAsWritten(String path, Path file) throws IOException {
    String hash = hashes.getOrDefault(path, "");
    return hash.equals(UNFINISHED) || hash.equals(Sha256.of(file));
  }

  /** Must be called before anything is at {@code path}. */
  void begin(String path) throws IOException {
    add(path, UNFINISHED);
  }

  /** Says what is at {@code path} from now on. */
  void wrote(String path, String hash) throws IOException {
    add(path, hash);
  }

  /** Forgets all; the files must be gone. */
  void clear() throws IOException {
    hashes.clear();
    channel.truncate(0);
    add(TITLE);
  }

  private synchronized void add(String path, String hash) throws IOException {
    hashes.put(path, hash);
    add(hash + "  " + path);
  }

  private void add(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
