package photocat.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import photocat.catalog.Session;
import photocat.model.Cancellation;

/** Brings names and sizes of files into the temporary table {@code found_files}. */
final class FoundFiles implements ObjLongConsumer<String> {
  private static final int ROWS = 10_000;

  private final Session session;
  private final Cancellation cancellation;
  private final List<String> names = new ArrayList<>();
  private final List<String> sizes = new ArrayList<>();

  FoundFiles(Session session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
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

  void flush() {
    if (!names.isEmpty()) {
      session.run("verify/add_found", Map.of("names", names, "sizes", sizes));
      names.clear();
      sizes.clear();
    }
  }
}
