package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Brings the tables of a catalogue up to date, forward only, each migration in one transaction, and
 * makes again what it has lost of them.
 */
final class Migrator {
  private static final Logger log = LoggerFactory.getLogger(Migrator.class);

  /**
   * The files below {@code sql} in order: of the house, and of each source, which has a line here.
   * They are not looked for, since a folder of classes may keep files that are long gone; a test
   * compares this with the sources.
   */
  static final List<String> MIGRATIONS =
      List.of(
          "schema/V001__snapshots",
          "schema/V002__names",
          "schema/V003__manifests",
          "schema/V004__downloads",
          "sources/inat-open-data/V005__tables",
          "sources/dwca/V006__tables",
          "sources/urls/V007__tables",
          "sources/inat-api/V008__tables");

  private final Session session;
  private final String location;

  Migrator(Session session, String location) {
    this.session = session;
    this.location = location;
  }

  /**
   * What was done.
   *
   * @param isNew whether there was nothing before
   * @param remade what had been lost and is there again
   * @param lost what had been lost and cannot be made
   */
  record Done(boolean isNew, List<OwnObject> remade, List<OwnObject> lost) {
    static final Done NOTHING = new Done(false, List.of(), List.of());

    /** Returns what had been lost, in words; empty where nothing was. */
    Optional<String> told() {
      List<String> parts = new ArrayList<>();
      if (!remade.isEmpty()) {
        boolean hadRows =
            remade.stream()
                .filter(object -> object.isColumn() || object.kind().equals("table"))
                .anyMatch(object -> !OwnSchema.fills(object.subject()));
        parts.add(
            "it had lost %s: made again%s".formatted(listed(remade), hadRows ? ", empty" : ""));
      }
      if (!lost.isEmpty()) {
        parts.add("it has lost %s, which cannot be made again".formatted(listed(lost)));
      }
      return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
  }

  /**
   * Applies what is missing; refuses a catalogue that a newer version made.
   *
   * @param createIn asked before tables are made in a database that is somebody else's
   */
  Done migrate(Consent createIn) {
    if (isWhole()) {
      return Done.NOTHING;
    }
    if (isBlank()) {
      session.transaction(this::applyAll);
      checkpoint();
      return new Done(true, List.of(), List.of());
    }
    Holdings holdings = Holdings.of(session);
    boolean isOurs = holdings.isOurs();
    if (!isOurs && !holdings.isEmpty()) {
      createIn.require(
          "this makes photocat's tables in %s, a DuckDB file of somebody else's"
              .formatted(location),
          () -> foreign("--create-in makes them in it, --catalog FILE names another file"));
    }
    int found = isOurs ? version(holdings) : 0;
    List<OwnObject> lost = isOurs ? holdings.lost(found) : List.of();
    refuseOthers(holdings, isOurs ? lost : OwnSchema.objects());
    List<OwnObject> stillLost = new LostObjects(session, holdings, found).make();
    session.run("schema/make_versions");
    record(found);
    for (int each = found + 1; each <= MIGRATIONS.size(); each++) {
      int version = each;
      session.transaction(() -> apply(version));
    }
    if (found < MIGRATIONS.size()) {
      session.transaction(this::makeViews);
    }
    checkpoint();
    List<OwnObject> remade = lost.stream().filter(object -> !stillLost.contains(object)).toList();
    return new Done(found == 0, remade, stillLost);
  }

  /** Refuses a catalogue that lacks something, or that a newer version made. */
  void check() {
    if (isWhole()) {
      return;
    }
    Holdings holdings = Holdings.of(session);
    refuseForeign(holdings);
    int found = version(holdings);
    List<OwnObject> lost = holdings.lost(found);
    String reason =
        found < MIGRATIONS.size()
            ? "its tables are not up to date"
            : "it has lost " + listed(lost) + ", which photocat makes again where it may write";
    if (found < MIGRATIONS.size() || !lost.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.CATALOG,
              "cannot open catalogue %s for reading only: %s".formatted(location, reason))
          .withHint("open it once without --read-only, or a copy where you may write");
    }
  }

  /** Refuses a database of somebody else's. */
  void refuseForeign() {
    refuseForeign(Holdings.of(session));
  }

  private void refuseForeign(Holdings holdings) {
    if (!holdings.isOurs() && !holdings.isEmpty()) {
      throw foreign("--catalog FILE names another file");
    }
  }

  /** Returns things as messages name them. */
  static String listed(List<OwnObject> objects) {
    return objects.stream().map(OwnObject::toString).collect(Collectors.joining(", "));
  }

  /**
   * Asks DuckDB to look up all there should be, which takes less time than to list all there is.
   */
  boolean isWhole() {
    return session.canPrepare("schema/whole") && newestVersion() == MIGRATIONS.size();
  }

  private int version(Holdings holdings) {
    return holdings.version(holdings.hasVersions() ? newestVersion() : 0);
  }

  private PhotocatException foreign(String remedy) {
    return PhotocatException.of(
            ExitStatus.CATALOG,
            "cannot open catalogue %s: it is a DuckDB file of somebody else's,".formatted(location)
                + " without photocat's tables")
        .withHint(remedy);
  }

  private void refuseOthers(Holdings holdings, List<OwnObject> wanted) {
    List<OwnObject> others = holdings.inTheWayOf(wanted);
    if (!others.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.CATALOG,
              "cannot open catalogue %s: it has a %s, where photocat keeps something else"
                  .formatted(location, others.get(0)))
          .withHint("rename that in DuckDB, or choose another file with --catalog FILE");
    }
  }

  private int newestVersion() {
    Row newest = session.list("schema/newest_version", Map.of(), row -> row).get(0);
    if (newest.truth("is_unreleased")) {
      throw PhotocatException.of(
              ExitStatus.CATALOG,
              "cannot open catalogue %s: a photocat from before the first release made it"
                  .formatted(location))
          .withHint(
              "make it again: give another file with --catalog, ingest and load the lists again;"
                  + " photos that are there are found again by 'download start'");
    }
    long found = newest.number("version");
    if (found > MIGRATIONS.size()) {
      throw PhotocatException.of(
              ExitStatus.CATALOG,
              "cannot open catalogue %s: it has schema version %d, this photocat knows %d"
                  .formatted(location, found, MIGRATIONS.size()))
          .withHint("update photocat");
    }
    return (int) found;
  }

  /** Records what has been applied, where the record of it was lost. */
  private void record(int found) {
    List<Long> recorded = session.list("schema/versions", Map.of(), row -> row.number("version"));
    for (int version = 1; version <= found; version++) {
      if (!recorded.contains((long) version)) {
        record(version, MIGRATIONS.get(version - 1));
      }
    }
  }

  private long record(int version, String name) {
    return session.run("schema/record_version", Map.of("version", version, "name", name));
  }

  /** Applies all of them to a database that is blank. */
  private int applyAll() {
    session.run("schema/make_versions");
    for (int version = 1; version <= MIGRATIONS.size(); version++) {
      apply(version);
    }
    return makeViews();
  }

  /** Makes the views over all sources, each of which may be new. */
  private int makeViews() {
    SourceViews.remake(session);
    return MIGRATIONS.size();
  }

  private long apply(int version) {
    String name = MIGRATIONS.get(version - 1);
    log.info("applying {} to {}", name, location);
    // One statement after the other would take half as long again.
    session.statement(PipelineSql.resource("sql/" + name + ".sql"));
    return record(version, name);
  }

  /** Replaying schema changes from the log is where DuckDB has had bugs: leaves none in it. */
  private void checkpoint() {
    session.statement("CHECKPOINT");
  }

  /** Tells whether nobody has written anything to it yet. */
  private boolean isBlank() {
    return session.list("schema/is_blank", Map.of(), row -> row.truth("is_blank")).get(0);
  }
}
