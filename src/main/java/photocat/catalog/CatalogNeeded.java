package photocat.catalog;

/**
 * A statement would change the catalogue, and there is none yet. It has changed nothing, and can be
 * run once there is one.
 */
public final class CatalogNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogNeeded() {
    super("there is no catalogue yet to change");
  }
}
