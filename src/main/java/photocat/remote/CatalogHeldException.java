package photocat.remote;

import java.nio.file.Path;

/**
 * The catalogue cannot be opened here, but the process that holds it answers. Whoever catches this
 * hands the work over, and closes the connection.
 */
public final class CatalogHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient CatalogClient connection;

  /** The catalogue {@code file} is held by the process at the other end. */
  public CatalogHeldException(Path file, CatalogClient connection) {
    super("%s holds the catalogue".formatted(connection.server().process()));
    this.file = file;
    this.connection = connection;
  }

  /** Returns the catalogue, absolute. */
  public Path file() {
    return file;
  }

  /** Returns the way to the server, which the caller closes. */
  public CatalogClient connection() {
    return connection;
  }
}
