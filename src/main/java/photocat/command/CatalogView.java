package photocat.command;

import photocat.catalog.Catalog;
import photocat.model.Consent;

/**
 * The catalogue of a run as one part of it sees it.
 *
 * @param use what that part wants of it
 * @param isReadOnly whether it may change nothing in it
 */
record CatalogView(SharedCatalog shared, CatalogUse use, boolean isReadOnly) {
  Catalog open(Consent createIn) {
    Catalog catalog = shared.open(use, createIn);
    return isReadOnly ? catalog.readOnly() : catalog;
  }

  CatalogView using(CatalogUse otherUse) {
    return new CatalogView(shared, otherUse, isReadOnly);
  }

  CatalogView readOnly() {
    return new CatalogView(shared, use, true);
  }
}
