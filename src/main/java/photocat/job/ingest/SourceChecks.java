package photocat.job.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import photocat.catalog.Session;

/**
 * What has to be looked at before photos of a source are chosen, should its tables have been
 * changed by others than its ingest. A source that has no entry here needs none.
 */
public final class SourceChecks {
  private static final Map<String, Consumer<Session>> CHECKS =
      Map.of(InatIngest.SOURCE, session -> new DisputedPhotos(session).findIfChanged());

  private SourceChecks() {}

  /** Runs those of {@code sources} within the caller's transaction. */
  public static void run(Session session, List<String> sources) {
    for (String source : sources) {
      CHECKS.getOrDefault(source, unused -> {}).accept(session);
    }
  }
}
