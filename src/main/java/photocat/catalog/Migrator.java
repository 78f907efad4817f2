package photocat.catalog;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/** Brings the tables of a catalogue up to date, forward only, each migration in one transaction. */
final class Migrator {
  private static final Logger log = LoggerFactory.getLogger(Migrator.class);

  /**
   * The files of {@code sql/schema} in order; the jar cannot be listed, so a test compares this
   * with the folder.
   */
  static final List<String> MIGRATIONS =
      List.of(
          "V001__catalogue",
          "V002__newest_downloads",
          "V003__hosts",
          "V004__roots",
          "V005__sums",
          "V006__disputed_photos",
          "V007__ownership",
          "V008__credits",
          "V009__match_reasons",
          "V010__lists");

  private final Session session;
  private final String location;

  Migrator(Session session, String location) {
    this.session = session;
    this.location = location;
  }

  /**
   * Applies what is missing; refuses a catalogue that a newer version made.
   *
   * @return whether there was nothing before
   */
  boolean migrate() {
    session.run("schema/make_versions");
    long found = newestVersion();
    for (int version = (int) found + 1; version <= MIGRATIONS.size(); version++) {
      apply(version, MIGRATIONS.get(version - 1));
    }
    if (found < MIGRATIONS.size()) {
      // Replaying schema changes from the log is where DuckDB has had bugs: leave none in it.
      session.statement("CHECKPOINT");
    }
    return found == 0;
  }

  /** Refuses a catalogue that lacks something, or that a newer version made. */
  void check() {
    boolean isOurs =
        session.list("schema/has_versions", Map.of(), row -> row.number("tables")).get(0) > 0;
    if (!isOurs || newestVersion() < MIGRATIONS.size()) {
      throw PhotocatException.of(
              Kind.CATALOG,
              "cannot open catalogue %s for reading only: its tables are not up to date"
                  .formatted(location))
          .withHint("open it once without --read-only, or a copy where you may write");
    }
  }

  private long newestVersion() {
    long found =
        session.list("schema/newest_version", Map.of(), row -> row.number("version")).get(0);
    if (found > MIGRATIONS.size()) {
      throw PhotocatException.of(
              Kind.CATALOG,
              "cannot open catalogue %s: it has schema version %d, this photocat knows %d"
                  .formatted(location, found, MIGRATIONS.size()))
          .withHint("update photocat");
    }
    return found;
  }

  private void apply(int version, String name) {
    log.info("applying {} to {}", name, location);
    String script = PipelineSql.resource("sql/schema/" + name + ".sql");
    session.transaction(
        () -> {
          for (Statement statement : StatementSplitter.split(script).statements()) {
            session.statement(statement.text());
          }
          return session.run("schema/record_version", Map.of("version", version, "name", name));
        });
  }
}
