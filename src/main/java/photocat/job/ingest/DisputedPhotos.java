package photocat.job.ingest;

import java.util.Map;
import java.util.stream.LongStream;
import photocat.catalog.Session;

/**
 * Finds the photos whose rows name different licences, for the table {@code inat_disputed_photos},
 * which says what holds of them. Runs inside the caller's transaction.
 */
final class DisputedPhotos {
  /** Sets of bits, one for each block of photo numbers and licence: 8 KB each, for each thread. */
  private static final long SETS_AT_A_TIME = 8192;

  private static final String ROOM = "sources/inat-open-data/";

  private final Session session;

  DisputedPhotos(Session session) {
    this.session = session;
  }

  /** Looks through all photos and returns the number of those found. */
  long find() {
    session.run("ingest/clear", Map.of(), Map.of("table", "inat_disputed_photos"));
    long parts = number(ROOM + "count_photo_bits", "sets") / SETS_AT_A_TIME + 1;
    return LongStream.range(0, parts)
        .map(part -> session.run(ROOM + "find_disputed", Map.of("parts", parts, "part", part)))
        .sum();
  }

  /** Does so unless the photos are those that the last ingest loaded and looked through. */
  void findIfChanged() {
    if (number(ROOM + "count_strange_photos", "photos") != 0) {
      find();
    }
  }

  private long number(String query, String column) {
    return session.list(query, Map.of(), row -> row.number(column)).get(0);
  }
}
