package photocat.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the socket of a catalogue may lie: beside the file, or where that path is too long or takes
 * no socket, in a folder of the user's own under a short name made from the file's path.
 *
 * @param all the places, the best first
 */
public record SocketPlaces(List<Place> all) {
  private static final Logger log = LoggerFactory.getLogger(SocketPlaces.class);

  /** What every system can bind; Linux has 107 bytes, macOS 103. */
  private static final int LONGEST_PATH_BYTES = 100;

  /** Copies the list. */
  public SocketPlaces {
    all = List.copyOf(all);
  }

  /**
   * One place.
   *
   * @param hasOwnFolder whether its folder is for sockets only, and closed to other users
   */
  record Place(Path socket, boolean hasOwnFolder) {
    /** Returns where the socket lies until it takes clients. */
    Path unready() {
      return socket.resolveSibling(socket.getFileName() + "~");
    }

    /** Makes the folder, unless it is there. */
    void prepare() throws IOException {
      Path folder = socket.getParent();
      if (!hasOwnFolder || folder == null) {
        return;
      }
      try {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (FileAlreadyExistsException e) {
        if (!isPrivate(folder)) {
          throw new IOException(folder + " is open to others", e);
        }
      }
    }

    /** Takes the folder away, where it was made for sockets and holds none any more. */
    void leave() {
      Path folder = socket.getParent();
      if (!hasOwnFolder || folder == null) {
        return;
      }
      try {
        Files.delete(folder);
      } catch (IOException e) {
        log.debug("{} stays", folder, e);
      }
    }

    private static boolean isPrivate(Path folder) throws IOException {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Owner.ofProcess())
          && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
              .endsWith("------");
    }

    private boolean isShort() {
      byte[] path = socket.toString().getBytes(StandardCharsets.UTF_8);
      return path.length <= LONGEST_PATH_BYTES;
    }
  }

  /**
   * Returns the places for the catalogue {@code file}, which need not exist.
   *
   * @param environment the environment variables
   */
  public static SocketPlaces of(Path file, Map<String, String> environment) {
    Path real = real(file);
    List<Place> places = new ArrayList<>();
    places.add(new Place(real.resolveSibling(real.getFileName() + ".sock"), false));
    Path runtime = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""));
    String name = hash(real.toString()) + ".sock";
    if (runtime.isAbsolute()) {
      places.add(new Place(runtime.resolve("photocat").resolve(name), true));
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path own = temporary.resolve("photocat-" + System.getProperty("user.name"));
    places.add(new Place(own.resolve(name), true));
    return new SocketPlaces(places.stream().filter(Place::isShort).toList());
  }

  /** Tells whether there is a socket at any of them, which somebody may have left. */
  public boolean isAnyThere() {
    return all.stream().anyMatch(place -> Files.exists(place.socket()));
  }

  /** Returns what tells the file from any other, by whatever path it is reached. */
  public static String identity(Path file) {
    try {
      Object key = Files.readAttributes(file, "fileKey").get("fileKey");
      return key == null ? real(file).toString() : key.toString();
    } catch (IOException e) {
      return real(file).toString();
    }
  }

  private static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      return absolute;
    }
  }

  /** FNV-1a, 64 bits: starting up the JDK's digests would take longer than all the rest here. */
  private static String hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return Long.toHexString(hash);
  }
}
