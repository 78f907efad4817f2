package photocat.job.download;

import java.util.function.Consumer;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.store.PhotoRoot;
import photocat.store.RunParts;
import photocat.store.StoreAddress;

/** The root that a run fills. What the run has half written there is kept account of. */
final class FilledRoot implements AutoCloseable {
  private final RunMarks marks;
  private final UploadRows uploads;
  private final String mark;
  private final PhotoRoot root;
  private boolean begun;

  /**
   * Opens {@code address} as {@code options} say.
   *
   * @param session for rows of {@code catalog}; closed after this
   */
  FilledRoot(Catalog catalog, Session session, DownloadOptions options, StoreAddress address) {
    this.marks = new RunMarks(session, catalog.identity());
    this.uploads = new UploadRows(catalog, address.text());
    this.mark = RunParts.newMark(catalog.identity());
    this.root = options.open(address, new RunParts(mark, uploads));
  }

  PhotoRoot root() {
    return root;
  }

  /** Removes what runs left there that nobody works on any more. */
  void removeLeftovers(Consumer<String> notes) {
    marks.removeLeftovers(root, notes);
  }

  /** From now on photos of {@code manifestId} are written. */
  void begin(int manifestId) {
    marks.begin(mark, root.address(), manifestId);
    begun = true;
  }

  @Override
  public void close() {
    try (uploads;
        root) {
      if (begun && root.isTidy()) {
        marks.end(mark);
      }
    }
  }
}
