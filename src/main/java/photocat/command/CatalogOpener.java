package photocat.command;

import java.util.Optional;
import photocat.catalog.Catalog;
import photocat.model.Consent;
import photocat.model.PhotocatException;

/** Opens the catalogue of a run. */
public interface CatalogOpener {
  /**
   * Opens the catalogue, or for {@link CatalogUse#SQL} a database without one.
   *
   * @param without the database that statements have run in until now, since there was none
   * @param createIn asked before tables are made in a database of somebody else's
   * @throws PhotocatException when it cannot be opened, or there is none and {@code use} makes none
   */
  Catalog open(CatalogUse use, Optional<Catalog> without, Consent createIn);
}
