package photocat.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.file.OwnFiles;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * A copy of a file behind an address, for formats that are not read from front to back. Closing it
 * removes the copy.
 */
public final class RemoteFile implements AutoCloseable {
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private static final Pattern OURS = Pattern.compile("fetched-[0-9a-f-]{36}(\\.[a-z0-9]{1,8})?");

  private final Path path;
  private final String origin;

  private RemoteFile(Path path, String origin) {
    this.path = path;
    this.origin = origin;
  }

  /** Tells whether {@code from} is an address rather than a path. */
  public static boolean isAddress(String from) {
    return from.matches("(?i)(https?|s3)://.*");
  }

  /** Returns the address for the user to read: without passwords, query and signature. */
  public static String shown(String address) {
    return OneLine.whole(address.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//"));
  }

  /** Returns {@code e} with the address in the place of the copy, which the user does not know. */
  public PhotocatException named(PhotocatException e) {
    String message = e.message().replace(path.toString(), origin);
    if (message.equals(e.message())) {
      return e;
    }
    PhotocatException named = PhotocatException.of(e.kind(), message, e);
    return e.hint().map(named::withHint).orElse(named);
  }

  /**
   * Fetches what {@code address} leads to; a connection that is cut is taken up again.
   *
   * @param folder where the copy lies, and nothing else: made when missing, and rid of what a run
   *     that was killed has left there; empty: a temporary one
   * @throws PhotocatException when it cannot be fetched whole, or on cancellation
   */
  public static RemoteFile fetch(
      String address,
      RemoteSettings settings,
      Optional<Path> folder,
      Cancellation cancellation,
      ReadProgress progress) {
    StopByInterrupt stop = new StopByInterrupt(cancellation);
    try (RemoteObject object = object(address, settings);
        ResumingInput in = new ResumingInput(object, settings)) {
      Path place = folder(folder).resolve("fetched-" + UUID.randomUUID() + ending(address));
      RemoteFile file = new RemoteFile(place, shown(address));
      try {
        copy(in, place, progress);
        cancellation.check("reading " + shown(address));
        return file;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      cancellation.check("reading " + shown(address));
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot read %s: %s".formatted(shown(address), FailureReason.of(e)),
          e);
    } catch (PhotocatException e) {
      if (e.message().startsWith("cannot ") || e.kind() == ExitStatus.INTERRUPTED) {
        throw e;
      }
      PhotocatException failure =
          PhotocatException.of(
              e.kind(), "cannot read %s: %s".formatted(shown(address), e.message()), e);
      throw e.hint().map(failure::withHint).orElse(failure);
    } finally {
      stop.close();
    }
  }

  /** By their endings the tables of an archive are told. */
  private static String ending(String address) {
    Matcher matcher = ENDING.matcher(address.replaceFirst("[?#].*", ""));
    return matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : "";
  }

  private static Path folder(Optional<Path> asked) {
    try {
      if (asked.isEmpty()) {
        return OwnFiles.makeTemporaryFolder("photocat-ingest");
      }
      removeLeft(asked.get());
      return OwnFiles.makeFolder(asked.get());
    } catch (IOException e) {
      throw WorkFolder.notMade(asked, e);
    }
  }

  /** Removes what a run that was killed has left in {@code folder}, and that when it is empty. */
  public static void removeLeft(Path folder) throws IOException {
    if (OwnFiles.isFolder(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, RemoteFile::isOurs)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
      OwnFiles.removeIfEmpty(folder);
    }
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  static RemoteObject object(String address, RemoteSettings settings) {
    if (address.startsWith("s3://")) {
      S3Object.check(address);
      return S3Object.of(address, settings);
    }
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null) {
        return new HttpObject(uri, settings);
      }
    } catch (URISyntaxException e) {
      // Refused below, in the same words.
    }
    throw PhotocatException.of(
        ExitStatus.USAGE, "'%s' is neither a path nor an address".formatted(OneLine.of(address)));
  }

  private static void copy(ResumingInput in, Path place, ReadProgress progress) throws IOException {
    try (OutputStream out = OwnFiles.make(place)) {
      byte[] buffer = new byte[1 << 18];
      long read = 0;
      for (int count = in.read(buffer, 0, buffer.length);
          count >= 0;
          count = in.read(buffer, 0, buffer.length)) {
        write(out, buffer, count, place);
        read += count;
        progress.read(read, in.sizeBytes());
      }
    }
  }

  private static void write(OutputStream out, byte[] buffer, int count, Path place)
      throws IOException {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw WorkFile.notWritten(place, e);
    }
  }

  /** Returns the address for the user to read. */
  public String origin() {
    return origin;
  }

  /** Returns where the copy lies. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
      Path folder = path.getParent();
      if (folder != null) {
        OwnFiles.removeIfEmpty(folder);
      }
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot remove a work file: " + FailureReason.of(e), e);
    }
  }
}
