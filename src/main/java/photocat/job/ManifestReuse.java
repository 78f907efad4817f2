package photocat.job;

import java.time.Instant;
import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Builds a manifest, or finds that the one of that name holds just the same and can go on being
 * used. A manifest that holds something else is never touched.
 */
final class ManifestReuse {
  /** Names the second build while both are compared, in a transaction of which nothing stays. */
  private static final String AGAIN = " (built again to compare)";

  private final Session session;

  ManifestReuse(Session session) {
    this.session = session;
  }

  ManifestBuild.Summary build(ManifestDefinition asked, Instant now) {
    if (!exists(asked.name())) {
      return new ManifestBuild(session).build(asked, now);
    }
    ManifestDefinition again = asked.named(asked.name() + AGAIN);
    return new ManifestBuild(session).tried(again, now, built -> same(asked, again, built));
  }

  private ManifestBuild.Summary same(
      ManifestDefinition asked, ManifestDefinition again, ManifestBuild.Summary built) {
    long differing =
        session
            .list(
                "collect/differing_rows",
                Map.of("before", asked.name(), "after", again.name()),
                row -> row.number("differing"))
            .get(0);
    if (differing > 0) {
      throw PhotocatException.of(
              Kind.FAILED,
              "cannot collect into manifest %s: it holds another choice (%s)"
                  .formatted(asked.name(), Amounts.count(differing, "row differs", "rows differ")))
          .withHint(
              "give another --manifest, or run 'manifest drop %s' first; files are kept and found"
                  .formatted(asked.name()));
    }
    return built;
  }

  private boolean exists(String name) {
    return session.first("manifest/find", Map.of("name", name), row -> row).isPresent();
  }
}
