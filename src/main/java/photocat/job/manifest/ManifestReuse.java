package photocat.job.manifest;

import java.time.Instant;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;

/**
 * Builds a manifest, or finds that the one of that name holds just the same and can go on being
 * used. One that holds something else is kept under another name; its files are found again.
 */
public final class ManifestReuse {
  /** Names the second build while both are compared, in a transaction of which nothing stays. */
  private static final String AGAIN = " (built again to compare)";

  private final Session session;

  /** Works in {@code session}, which stays the caller's. */
  public ManifestReuse(Session session) {
    this.session = session;
  }

  /**
   * What was built or found.
   *
   * @param before what became of the manifest of that name, in words; empty where it is the same,
   *     or there was none
   */
  public record Version(ManifestBuild.Summary summary, String before) {}

  /** Returns the manifest that is there already where it is as asked for, else builds it. */
  public Version build(ManifestDefinition asked, Instant now) {
    if (!exists(asked.name())) {
      return new Version(new ManifestBuild(session).build(asked, now), "");
    }
    ManifestDefinition again = asked.named(asked.name() + AGAIN);
    Compared compared =
        new ManifestBuild(session).tried(again, now, built -> compared(built, asked, again));
    if (compared.added() + compared.removed() == 0) {
      return new Version(compared.built(), "");
    }
    String kept = freeName(asked.name());
    return session.transaction(
        () -> {
          session.run("manifest/rename", Map.of("name", asked.name(), "new_name", kept));
          String before =
              "the choice before is kept as %s; %s not wanted now, %s new"
                  .formatted(
                      kept,
                      Amounts.count(compared.removed(), "row is", "rows are"),
                      Amounts.count(compared.added()));
          return new Version(new ManifestBuild(session).within(asked, now), before);
        });
  }

  private record Compared(ManifestBuild.Summary built, long added, long removed) {}

  private Compared compared(
      ManifestBuild.Summary built, ManifestDefinition asked, ManifestDefinition again) {
    Row differing =
        session
            .list(
                "collect/differing_rows",
                Map.of("before", asked.name(), "after", again.name()),
                row -> row)
            .get(0);
    return new Compared(built, differing.number("added"), differing.number("removed"));
  }

  private String freeName(String name) {
    int version = 1;
    while (exists(name + "." + version)) {
      version++;
    }
    return name + "." + version;
  }

  private boolean exists(String name) {
    return session.first("manifest/find", Map.of("name", name), row -> row).isPresent();
  }
}
