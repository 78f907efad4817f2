package photocat.job.download;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.model.PhotocatException;
import photocat.store.UploadNotes;

/** The rows of {@code download_uploads} of one root. Closed by whoever made it. Thread-safe. */
final class UploadRows implements UploadNotes, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(UploadRows.class);

  private final Catalog catalog;
  private final String root;

  /** Most runs have no photo that large. */
  private @Nullable Session session;

  UploadRows(Catalog catalog, String root) {
    this.catalog = catalog;
    this.root = root;
  }

  @Override
  public synchronized void begun(String name, String upload) throws IOException {
    try {
      session()
          .run("download/add_upload", Map.of("root", root, "file_name", name, "upload_id", upload));
    } catch (PhotocatException e) {
      throw new IOException(e.message(), e);
    }
  }

  /** A row that stays makes the next start give up an upload that is there no more. */
  @Override
  public synchronized void ended(String upload) {
    try {
      session().run("download/end_upload", Map.of("root", root, "upload_id", upload));
    } catch (PhotocatException e) {
      log.warn("cannot forget an upload", e);
    }
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
    }
  }

  private Session session() {
    Session open = session;
    if (open == null) {
      open = catalog.openSession();
      session = open;
    }
    return open;
  }
}
