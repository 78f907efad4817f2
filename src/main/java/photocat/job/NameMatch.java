package photocat.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * Finds the taxon that each spelling of the shortlist means: by what a person has decided, then by
 * equality, then by canonical name. Replaces the matches before, all or nothing.
 */
public final class NameMatch {
  private final Session session;

  /** Matches in the catalogue of {@code session}, which the caller closes. */
  public NameMatch(Session session) {
    this.session = session;
  }

  /**
   * How the spellings ended.
   *
   * @param taxa taxa of the shortlist that a spelling reached
   * @param shortlisted taxa of the shortlist
   * @param severalTaxa entries of the shortlist whose spellings reach several taxa
   * @param sharedTaxa taxa that several entries reach
   * @param contradicted taxa of which the bundle has rows that contradict each other; one holds
   */
  public record Summary(
      long spellings,
      long matched,
      long ambiguous,
      long unmatched,
      long taxa,
      long shortlisted,
      long severalTaxa,
      long sharedTaxa,
      long contradicted) {}

  /** Matches all spellings. */
  public Summary run(MatchOptions options, Instant now) {
    int snapshot = requireNamesAndTaxa();
    requireKnownRanks(options.ranks());
    long contradicted = new SettledTaxa(session).settle();
    Map<String, @Nullable Object> scope = new HashMap<>();
    scope.put("ranks", options.ranks());
    scope.put("include_inactive", options.includeInactive());
    scope.put("within", options.within().map(this::root).orElse(null));
    return session.transaction(
        () -> {
          findFits(scope, options.exact());
          session.run("match/clear_matches");
          session.run("match/clear_candidates");
          session.run("match/add_matches", Map.of("matched_at", now));
          session.run("match/add_candidates");
          Map<String, @Nullable Object> definition = new HashMap<>(scope);
          definition.put("exact", options.exact());
          definition.put("snapshot_id", snapshot);
          definition.put("matched_at", now);
          session.run("match/record_run", definition);
          return session.list("match/summary", Map.of(), row -> summary(row, contradicted)).get(0);
        });
  }

  private int requireNamesAndTaxa() {
    Row found = session.list("match/newest_snapshot", Map.of(), row -> row).get(0);
    if (found.number("taxa") == 0 || found.optionalNumber("snapshot_id").isEmpty()) {
      throw refused("the catalogue holds no taxa", "run 'ingest inat-open-data' first");
    }
    if (found.number("shortlisted") == 0) {
      throw refused("the shortlist is empty", "run 'shortlist load FILE' first");
    }
    if (found.number("spellings") == 0) {
      throw refused(
          "the shortlist has no spellings", "run 'shortlist names FILE --source SOURCE' first");
    }
    return (int) found.number("snapshot_id");
  }

  private void requireKnownRanks(List<String> ranks) {
    List<String> known = session.list("match/ranks", Map.of(), row -> row.text("rank"));
    for (String rank : ranks) {
      if (!known.contains(rank)) {
        throw PhotocatException.of(
                Kind.USAGE, "cannot match names of rank \"%s\": no taxon has it".formatted(rank))
            .withHint("ranks are any, " + String.join(", ", known));
      }
    }
  }

  /** Returns the number of the one taxon that the user means. */
  private int root(String within) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("name", within);
    asked.put(
        "number", within.strip().matches("[0-9]{1,9}") ? Integer.valueOf(within.strip()) : null);
    List<Row> found = session.list("match/root", asked, row -> row);
    if (found.isEmpty()) {
      throw PhotocatException.of(
              Kind.USAGE, "cannot match within \"%s\": no taxon is called so".formatted(within))
          .withHint("give a scientific name, such as Plantae, or the number of a taxon");
    }
    if (found.size() > 1) {
      throw PhotocatException.of(
              Kind.USAGE,
              "cannot match within \"%s\": %d taxa are called so".formatted(within, found.size()))
          .withHint(
              "give a number: "
                  + String.join(
                      ", ",
                      found.stream()
                          .map(row -> row.text("taxon_id") + " is a " + row.text("rank"))
                          .toList()));
    }
    return (int) found.get(0).number("taxon_id");
  }

  private void findFits(Map<String, @Nullable Object> scope, boolean exact) {
    new SettledOverrides(session).settle();
    session.run("match/spellings");
    session.run("match/fit_numbers");
    session.run("match/fit_exact", scope);
    session.run("match/name_taxa");
    if (!exact) {
      fitCanonical(scope);
    }
    session.run("match/prefer_active");
    explain(scope);
  }

  private void fitCanonical(Map<String, @Nullable Object> scope) {
    session.run("match/fit_canonical", UnfittedNames.of(session).with(scope));
  }

  /** Says of every spelling that fits nothing what it would take. */
  private void explain(Map<String, @Nullable Object> scope) {
    UnfittedNames unfitted = UnfittedNames.of(session);
    session.run("match/make_reasons", unfitted.reasons());
    session.run("match/explain", unfitted.with(scope));
  }

  private static Summary summary(Row row, long contradicted) {
    return new Summary(
        row.number("spellings"),
        row.number("matched"),
        row.number("ambiguous"),
        row.number("unmatched"),
        row.number("taxa"),
        row.number("shortlisted"),
        row.number("several_taxa"),
        row.number("shared_taxa"),
        contradicted);
  }

  private static PhotocatException refused(String found, String next) {
    return PhotocatException.of(Kind.FAILED, "cannot match names: " + found).withHint(next);
  }
}
