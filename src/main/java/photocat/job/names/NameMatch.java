package photocat.job.names;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Finds the taxon that each spelling of the shortlist means: by what a person has decided, then by
 * the keys that its list has in checklists, then by equality, then by canonical name. Replaces the
 * matches before, all or nothing.
 */
public final class NameMatch {
  private final Session session;

  /** Matches in the catalogue of {@code session}, which the caller closes. */
  public NameMatch(Session session) {
    this.session = session;
  }

  /**
   * How the spellings ended; one that was looked up in several sources counts once.
   *
   * @param byKey spellings that were matched by key
   * @param otherNames those of them whose name does not fit that taxon
   * @param lostKeys spellings whose key led nowhere, and which were found by name
   * @param taxa taxa of the shortlist that a spelling reached
   * @param shortlisted taxa of the shortlist
   * @param severalTaxa entries of the shortlist whose spellings reach several taxa of a source
   * @param sharedTaxa taxa that several entries reach
   */
  public record Summary(
      long spellings,
      long matched,
      long ambiguous,
      long unmatched,
      long byKey,
      long otherNames,
      long lostKeys,
      long taxa,
      long shortlisted,
      long severalTaxa,
      long sharedTaxa) {}

  /** Matches all spellings with the taxa of each source. */
  public Summary run(MatchOptions options, Instant now) {
    Map<String, Long> snapshots = sources(options.sources());
    boolean withKeys = hasKeys() && !options.namesOnly();
    requireKnownRanks(options.ranks());
    Map<String, Optional<Long>> roots =
        new Roots(session).find(options.within(), snapshots.keySet());
    return session.transaction(
        () -> {
          session.run("match/clear_matches");
          session.run("match/clear_candidates");
          Map<String, @Nullable Object> scope = new HashMap<>();
          scope.put("ranks", options.ranks());
          scope.put("include_inactive", options.includeInactive());
          roots.forEach(
              (source, root) -> {
                scope.put("within", root.orElse(null));
                match(source, scope, options.exact(), withKeys, now);
              });
          session.run("match/name_other_sources");
          scope.put("within", options.within().orElse(null));
          scope.put("sources", List.copyOf(snapshots.keySet()));
          scope.put("exact", options.exact());
          scope.put("names_only", options.namesOnly());
          scope.put("snapshot_id", Collections.max(snapshots.values()));
          scope.put("matched_at", now);
          session.run("match/record_run", scope);
          return session.list("match/summary", Map.of(), NameMatch::summary).get(0);
        });
  }

  private void match(
      String source,
      Map<String, @Nullable Object> scope,
      boolean exact,
      boolean withKeys,
      Instant now) {
    session.run("match/of_source", Map.of(), Map.of("taxa", SourceViews.name("taxa", source)));
    findFits(scope, exact);
    session.run("match/forget_keys");
    if (withKeys) {
      session.run("match/fit_keys", scope);
      session.run("match/settle_keys");
      session.run("match/add_key_candidates", Map.of("taxon_source", source));
    }
    session.run(
        "match/add_matches", Map.of("taxon_source", source, "matched_at", now, "exact", exact));
    session.run("match/add_candidates", Map.of("taxon_source", source));
  }

  /** Returns whether spellings of the shortlist have keys; refuses where there is none. */
  private boolean hasKeys() {
    Row found = session.list("match/wanted", Map.of(), row -> row).get(0);
    if (found.number("shortlisted") == 0) {
      throw refused("the shortlist is empty", "run 'shortlist load FILE' first");
    }
    if (found.number("spellings") == 0) {
      throw refused(
          "the shortlist has no spellings", "run 'shortlist names FILE --source SOURCE' first");
    }
    return found.truth("has_keys");
  }

  /** Returns the sources to search, the preferred one first, with the newest snapshot of each. */
  private Map<String, Long> sources(List<String> asked) {
    Map<String, Long> there = new HashMap<>();
    session.list(
        "match/sources", Map.of(), row -> there.put(row.text("source"), row.number("snapshot_id")));
    if (there.isEmpty()) {
      throw refused(
          "the catalogue holds no taxa",
          "run 'ingest inat-open-data' first, or 'ingest' of another source");
    }
    for (String source : asked) {
      if (!there.containsKey(source)) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot match names with source \"%s\": it has no taxa".formatted(source))
            .withHint("give one of " + String.join(", ", new TreeSet<>(there.keySet())));
      }
    }
    Map<String, Long> wanted = new LinkedHashMap<>();
    SourceViews.sources().stream()
        .filter(source -> asked.isEmpty() || asked.contains(source))
        .filter(there::containsKey)
        .forEach(source -> wanted.put(source, there.get(source)));
    return wanted;
  }

  private void requireKnownRanks(List<String> ranks) {
    List<String> known = session.list("match/ranks", Map.of(), row -> row.text("rank"));
    for (String rank : ranks) {
      if (!known.contains(rank)) {
        throw PhotocatException.of(
                ExitStatus.USAGE,
                "cannot match names of rank \"%s\": no taxon has it".formatted(rank))
            .withHint("ranks are any, " + String.join(", ", known));
      }
    }
  }

  private void findFits(Map<String, @Nullable Object> scope, boolean exact) {
    new SettledOverrides(session).settle();
    session.run("match/spellings");
    session.run("match/fit_numbers");
    session.run("match/fit_exact", scope);
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

  private static Summary summary(Row row) {
    return new Summary(
        row.number("spellings"),
        row.number("matched"),
        row.number("ambiguous"),
        row.number("unmatched"),
        row.number("by_key"),
        row.number("other_names"),
        row.number("lost_keys"),
        row.number("taxa"),
        row.number("shortlisted"),
        row.number("several_taxa"),
        row.number("shared_taxa"));
  }

  private static PhotocatException refused(String found, String next) {
    return PhotocatException.of(ExitStatus.FAILED, "cannot match names: " + found).withHint(next);
  }
}
