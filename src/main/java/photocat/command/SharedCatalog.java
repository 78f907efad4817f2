package photocat.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.model.Consent;

/** The catalogue of a run, opened when it is first wanted. Thread-safe. */
final class SharedCatalog implements AutoCloseable {
  private final CatalogOpener opener;
  private @Nullable Catalog open;

  SharedCatalog(CatalogOpener opener) {
    this.opener = opener;
  }

  /** Returns the catalogue; as long as there is none, each call looks again. */
  synchronized Catalog open(CatalogUse use, Consent createIn) {
    Catalog present = open;
    if (present == null || !present.isThere()) {
      present = opener.open(use, Optional.ofNullable(present), createIn);
      open = present;
    }
    return present;
  }

  /** Returns the files of the databases that are open now. */
  synchronized List<Path> openFiles() {
    return open == null ? List.of() : open.openFiles();
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
