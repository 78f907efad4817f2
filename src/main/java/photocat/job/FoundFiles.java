package photocat.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;

/** Brings names and sizes of files into the temporary table {@code found_files}. */
final class FoundFiles implements ObjLongConsumer<String> {
  private static final int ROWS = 10_000;

  private final Session session;
  private final Cancellation cancellation;
  private final List<String> names = new ArrayList<>();
  private final List<String> sizes = new ArrayList<>();

  private FoundFiles(Session session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
  }

  /** Makes the table in {@code session}, with what lies in {@code root}. */
  static void list(Session session, PhotoRoot root, Cancellation cancellation) {
    session.run("verify/make_found");
    FoundFiles found = new FoundFiles(session, cancellation);
    try {
      root.list(found);
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot list the files in %s: %s".formatted(root.address(), FailureReason.of(e)),
          e);
    }
    found.flush();
  }

  @Override
  public void accept(String name, long sizeBytes) {
    names.add(name);
    sizes.add(Long.toString(sizeBytes));
    if (names.size() == ROWS) {
      cancellation.check("listing files");
      flush();
    }
  }

  private void flush() {
    if (!names.isEmpty()) {
      session.run("verify/add_found", Map.of("names", names, "sizes", sizes));
      names.clear();
      sizes.clear();
    }
  }
}
