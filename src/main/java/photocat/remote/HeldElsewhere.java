package photocat.remote;

import java.nio.file.Path;

/**
 * The catalogue cannot be opened here, but the process that holds it answers. Whoever catches this
 * hands the work over, and closes the connection.
 */
public final class HeldElsewhere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient HolderConnection connection;

  /** The catalogue {@code file} is held by the process at the other end. */
  public HeldElsewhere(Path file, HolderConnection connection) {
    super("%s holds the catalogue".formatted(connection.holder().process()));
    this.file = file;
    this.connection = connection;
  }

  /** Returns the catalogue, absolute. */
  public Path file() {
    return file;
  }

  /** Returns the way to the holder, which the caller closes. */
  public HolderConnection connection() {
    return connection;
  }
}
