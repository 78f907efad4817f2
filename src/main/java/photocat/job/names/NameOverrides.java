package photocat.job.names;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.CanonicalName;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.lists.ListFile;
import photocat.source.lists.NameColumns;
import photocat.source.lists.NameRow;

/**
 * Keeps what a person has decided about spellings: which name, or which taxon by its number, to
 * look up instead. A later decision about the same spelling replaces the earlier one.
 */
public final class NameOverrides {
  /** A person's decisions, which are in memory at once. */
  private static final long MOST_OVERRIDES = 200_000;

  private final Session session;

  /** Overrides in the catalogue of {@code session}, which the caller closes. */
  public NameOverrides(Session session) {
    this.session = session;
  }

  /** Decides that {@code from} is looked up as {@code to}. */
  public void add(String from, String to, Instant now) {
    if (from.isBlank() || to.isBlank()) {
      throw PhotocatException.of(
          ExitStatus.USAGE,
          "cannot add the override \"%s\" to \"%s\": one is blank".formatted(from, to));
    }
    List<NameRow> decision = List.of(new NameRow(1, from.strip(), to));
    session.transaction(
        () -> {
          String refused = refused(decision).get(decision.get(0).line());
          if (refused != null) {
            throw PhotocatException.of(
                    ExitStatus.FAILED,
                    "cannot add the override \"%s\" to \"%s\": %s".formatted(from, to, refused))
                .withHint(
                    refused.equals(SettledOverrides.UNKNOWN)
                        ? "give a scientific name of iNaturalist's, or the number of a taxon"
                        : "'override list' shows them all, 'override remove' takes one back");
          }
          return replace(decision, now);
        });
  }

  /**
   * Takes the decisions of a file with the columns {@code from_name} and {@code to_name}, whatever
   * their order.
   *
   * @param choice the part of the file that holds them
   */
  public Loaded load(Path file, ColumnChoice choice, Instant now) {
    NameBatch batch = NameBatch.ofOverrides(session, file, MOST_OVERRIDES);
    return session.transaction(
        () -> {
          batch.read(new ListFile(file, choice.part(), choice.of(NameColumns.Role.OVERRIDE)));
          List<NameRow> rows = session.list("override/staged", Map.of(), NameOverrides::staged);
          session.run("shortlist/forget_staged_names");
          Map<Long, String> refused = refused(rows);
          List<NameRow> taken =
              rows.stream().filter(row -> !refused.containsKey(row.line())).toList();
          reject(
              file, rows.stream().filter(row -> refused.containsKey(row.line())).toList(), refused);
          replace(taken, now);
          return new Loaded(taken.size(), batch.rejected() + refused.size(), batch.warnings());
        });
  }

  private Map<Long, String> refused(List<NameRow> rows) {
    return new SettledOverrides(session).refused(rows, toUnknown(rows));
  }

  /** Returns the lines of the decisions whose names no taxon bears. */
  private Set<Long> toUnknown(List<NameRow> rows) {
    List<String> lines = rows.stream().map(row -> Long.toString(row.line())).toList();
    List<String> to = rows.stream().map(row -> row.name().strip()).toList();
    List<String> canonical =
        to.stream()
            .map(name -> CanonicalName.of(name).map(CanonicalName::text).orElse(""))
            .toList();
    return new HashSet<>(
        session.list(
            "override/unknown",
            Map.of("lines", lines, "to_names", to, "canonical_names", canonical),
            row -> row.number("line")));
  }

  private void reject(Path file, List<NameRow> rows, Map<Long, String> reasons) {
    session.run(
        "shortlist/add_rejects",
        Map.of(
            "file", file,
            "lines", rows.stream().map(row -> Long.toString(row.line())).toList(),
            "texts", rows.stream().map(row -> row.key() + ": " + row.name()).toList(),
            "reasons", rows.stream().map(row -> reasons.get(row.line())).toList()));
  }

  /** Takes a decision back; returns false when there was none. */
  public boolean remove(String from) {
    return session.run("override/remove", Map.of("from_names", List.of(from))) > 0;
  }

  private static NameRow staged(Row row) {
    return new NameRow(row.number("line"), row.text("taxon_key"), row.text("name"));
  }

  private long replace(List<NameRow> rows, Instant now) {
    List<String> from = rows.stream().map(NameRow::key).toList();
    List<String> to = rows.stream().map(row -> row.name().strip()).toList();
    session.run("override/remove", Map.of("from_names", from));
    return session.run("override/add", Map.of("from_names", from, "to_names", to, "added_at", now));
  }

  /**
   * What a file brought.
   *
   * @param overrides decisions taken
   * @param rejected rows that could not be used, kept in {@code shortlist_rejects}
   * @param warnings what looks wrong in the file, a line each
   */
  public record Loaded(long overrides, long rejected, List<String> warnings) {}
}
