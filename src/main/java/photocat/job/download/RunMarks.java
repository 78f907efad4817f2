package photocat.job.download;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.Session;
import photocat.model.PhotocatException;
import photocat.store.Leftovers;
import photocat.store.PhotoRoot;
import photocat.store.RunParts;

/**
 * What runs into a root may have half written: the rows of {@code download_marks} and {@code
 * download_uploads}. A run has one while it works, and leaves it where it could not tidy up.
 */
final class RunMarks {
  private static final Logger log = LoggerFactory.getLogger(RunMarks.class);

  private final Session session;
  private final String catalog;

  /**
   * Those in the catalogue of {@code session}.
   *
   * @param catalog what tells it from any other; in a copy there are the marks of runs that may
   *     still be at work for the original
   */
  RunMarks(Session session, String catalog) {
    this.session = session;
    this.catalog = catalog;
  }

  /** A run begins to write. */
  void begin(String mark, String root, int manifestId) {
    session.run("download/add_mark", Map.of("mark", mark, "root", root, "manifest_id", manifestId));
  }

  /** A run has left nothing half written. A row that stays makes the next start look for it. */
  void end(String mark) {
    try {
      session.run("download/end_mark", Map.of("mark", mark));
    } catch (PhotocatException e) {
      log.warn("cannot forget the mark of a run", e);
    }
  }

  /** Removes what runs left in {@code root} that nobody works on any more. */
  void removeLeftovers(PhotoRoot root, Consumer<String> notes) {
    Map<String, Object> here = Map.of("root", root.address());
    List<String> marks = session.list("download/stale_marks", here, row -> row.text("mark"));
    List<Leftovers.Upload> uploads =
        session.list(
            "download/stale_uploads",
            here,
            row -> new Leftovers.Upload(row.text("file_name"), row.text("upload_id")));
    if (marks.isEmpty() && uploads.isEmpty()) {
      return;
    }
    if (marks.stream().allMatch(mark -> RunParts.isOwned(mark, catalog))) {
      remove(root, here, new Stale(Set.copyOf(marks), uploads), notes);
    } else {
      Set<String> own =
          marks.stream()
              .filter(mark -> RunParts.isOwned(mark, catalog))
              .collect(Collectors.toUnmodifiableSet());
      // Which uploads are whose is not known; the original gives up its own.
      remove(root, here, new Stale(own, List.of()), notes);
    }
    session.run("download/forget_marks", here);
    session.run("download/forget_uploads", here);
  }

  /** What nobody works on any more. */
  private record Stale(Set<String> marks, List<Leftovers.Upload> uploads) {}

  private void remove(
      PhotoRoot root, Map<String, Object> here, Stale stale, Consumer<String> notes) {
    List<String> folders = session.list("download/stale_folders", here, row -> row.text("folder"));
    UnreadNames left = new UnreadNames();
    root.remove(new Leftovers(stale.marks(), folders, stale.uploads()), left::add);
    if (!left.isEmpty()) {
      notes.accept("what an interrupted run left half written may still be there: " + left.text());
    }
  }
}
