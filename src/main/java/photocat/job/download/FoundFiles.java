package photocat.job.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.store.Listing;
import photocat.store.PhotoRoot;
import photocat.store.Unread;

/**
 * Brings names and sizes of files into the temporary table {@code found_files}, and what could not
 * be looked at into {@code unread_names}.
 */
public final class FoundFiles implements Listing {
  private static final int ROWS = 10_000;

  private final Session session;
  private final Cancellation cancellation;
  private final List<String> names = new ArrayList<>();
  private final List<String> sizes = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  private FoundFiles(Session session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
  }

  /** Makes the tables in {@code session}, of what lies in {@code root}. */
  public static void list(Session session, PhotoRoot root, Cancellation cancellation) {
    session.run("verify/make_found");
    session.run("verify/make_unread");
    FoundFiles found = new FoundFiles(session, cancellation);
    try {
      root.list(found);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot list the files in %s: %s".formatted(root.address(), FailureReason.of(e)),
          e);
    }
    found.flush();
    found.addUnread();
  }

  @Override
  public void file(String name, long sizeBytes) {
    cancellation.check("listing files");
    names.add(name);
    sizes.add(Long.toString(sizeBytes));
    if (names.size() == ROWS) {
      flush();
    }
  }

  @Override
  public void unread(Unread one) {
    unread.add(one);
  }

  private void flush() {
    if (!names.isEmpty()) {
      session.run("verify/add_found", Map.of("names", names, "sizes", sizes));
      names.clear();
      sizes.clear();
    }
  }

  private void addUnread() {
    if (!unread.isEmpty()) {
      session.run(
          "verify/add_unread",
          Map.of(
              "names", unread.stream().map(Unread::name).toList(),
              "reasons", unread.stream().map(Unread::reason).toList()));
    }
  }
}
