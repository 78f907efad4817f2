package photocat.job.manifest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.Layout;
import photocat.job.ingest.SourceChecks;
import photocat.model.PhotocatException;

/**
 * Freezes the choice of photos for the matched taxa of the shortlist, all or nothing. The same
 * snapshot, matches and definition give the same rows with the same numbers.
 */
public final class ManifestBuild {
  private static final List<String> UNDONE =
      List.of(
          "choose_join_sides",
          "forget_chosen",
          "forget_texts",
          "forget_labels",
          "forget_taxa",
          "forget_matched",
          "forget_apart",
          "forget_shortlist");

  private final Session session;
  private final ColumnLabels columnLabels;

  /** Builds in the catalogue of {@code session}, which the caller closes. */
  public ManifestBuild(Session session) {
    this.session = session;
    this.columnLabels = new ColumnLabels(session);
  }

  /**
   * What was built.
   *
   * @param photos rows of the manifest
   * @param taxa taxa that have photos in it
   * @param matched taxa of the shortlist that a spelling reached
   * @param shortlisted taxa of the shortlist
   * @param unlabelled photos that were left out since the column of the label is blank
   * @param stale whether the names were matched with another snapshot than the photos come from
   */
  public record Summary(
      long photos, long taxa, long matched, long shortlisted, long unlabelled, boolean stale) {}

  /** Builds the manifest {@code asked} for. */
  public Summary build(ManifestDefinition asked, Instant now) {
    return build(asked, now, session::transaction);
  }

  /** Builds it as part of the caller's transaction. */
  Summary within(ManifestDefinition asked, Instant now) {
    return build(asked, now, Supplier::get);
  }

  /** Builds it, lets {@code look} say what came of it, and takes all back. */
  <T> T tried(ManifestDefinition asked, Instant now, Function<Summary, T> look) {
    return build(asked, now, steps -> session.trial(() -> look.apply(steps.get())));
  }

  private <T> T build(
      ManifestDefinition asked, Instant now, Function<Supplier<Summary>, T> transaction) {
    ManifestChecks checks = new ManifestChecks(session);
    ManifestDefinition definition = checks.checked(asked);
    Row state = checks.state(definition);
    try {
      return transaction.apply(() -> build(definition, state, now));
    } finally {
      // Within a transaction that has failed nothing could be run.
      UNDONE.forEach(step -> session.takeBack("manifest/" + step));
    }
  }

  private Summary build(ManifestDefinition definition, Row state, Instant now) {
    long unlabelled = choose(definition);
    int id =
        (int)
            session
                .list("manifest/next_id", Map.of(), row -> row.number("manifest_id"))
                .get(0)
                .longValue();
    Map<String, @Nullable Object> added = new HashMap<>();
    added.put("manifest_id", id);
    added.put("size", definition.size());
    added.put("top", definition.top().orElse(null));
    added.put("sources", definition.sources());
    String path = Layout.of(definition.layout()).orElseThrow().path();
    if (session.run("manifest/add_photos", added, Map.of("path", path)) == 0) {
      throw ManifestChecks.refused(definition, "no photo fits")
          .withHint("ask for more licences or grades, or see 'run unmatched' for names");
    }
    session.run("manifest/add_shared", Map.of("manifest_id", id));
    session.run("manifest/settle_credits", Map.of("manifest_id", id));
    record(id, definition, state, now);
    Row built = session.list("manifest/summary", Map.of("manifest_id", id), row -> row).get(0);
    return new Summary(
        built.number("photos"),
        built.number("taxa"),
        state.number("matched"),
        state.number("shortlisted"),
        unlabelled,
        definition.isOfShortlist()
            && state.number("snapshot_id") != state.number("matched_snapshot_id"));
  }

  /** Returns how many photos were left out since they have no label. */
  private long choose(ManifestDefinition definition) {
    SourceChecks.run(session, definition.sources());
    session.run("manifest/make_choice");
    session.run("manifest/make_texts");
    try {
      findTaxa(definition);
      session.run("manifest/keep_join_sides");
      definition.sources().forEach(source -> choose(definition, source));
    } catch (PhotocatException e) {
      throw ofCondition(definition, e).orElse(e);
    }
    if (definition.sources().size() > 1) {
      session.run("manifest/prefer_sources");
    }
    session.takeBack("manifest/choose_join_sides");
    long unlabelled = definition.isOfColumn() ? columnLabels.leaveUnlabelled() : 0;
    if (definition.perObservation().isPresent()) {
      session.run(
          "manifest/limit_observations",
          Map.of("per_observation", definition.perObservation().get()));
    }
    if (definition.moreThan().isPresent()) {
      session.run("manifest/require_more", Map.of("more_than", definition.moreThan().get()));
    }
    return unlabelled;
  }

  /** Finds the taxa whose photos are wanted, and what these are sorted by. */
  private void findTaxa(ManifestDefinition definition) {
    if (definition.isOfColumn()) {
      columnLabels.make(definition);
      return;
    }
    if (definition.isOfShortlist()) {
      session.run("manifest/number_taxa", Map.of("lists", definition.lists()));
      new EntryNames(session).settle(definition.lists());
      session.run("manifest/match_taxa", Map.of("sources", definition.sources()));
      session.run("manifest/name_entries");
      new EntryChecks(session).apply(definition);
    } else {
      new TaxonLabels(session).make(definition);
    }
    session.run(
        "manifest/want_taxa",
        Map.of("descendants", definition.descendants(), "sources", definition.sources()));
  }

  private void choose(ManifestDefinition definition, String source) {
    Row kind = session.list("manifest/source", Map.of("source", source), row -> row).get(0);
    int place = definition.sources().indexOf(source) + 1;
    String view = SourceViews.name("candidates", source);
    String isOfTaxon =
        definition.isOfColumn() ? columnLabels.condition(source) : "w.taxon_id = c.taxon_id";
    session.run(
        "manifest/choose",
        Map.of(
            "source_place", place,
            "rank_by", definition.rankBy(),
            "ungraded", !kind.truth("has_grades"),
            "quality", definition.quality(),
            "licenses", definition.licenses()),
        Map.of(
            "candidates", view,
            "where", definition.where().orElse("true"),
            "is_of_taxon", isOfTaxon));
    if (kind.truth("has_own_texts")) {
      session.run("manifest/add_texts", Map.of("source_place", place), Map.of("candidates", view));
    }
  }

  /** What DuckDB alone can tell comes of what the user has asked for, if he has. */
  private static Optional<PhotocatException> ofCondition(
      ManifestDefinition definition, PhotocatException failure) {
    String message = failure.message();
    int words = message.indexOf(Session.DUCKDB_SAYS);
    return definition
        .where()
        .filter(where -> words >= 0)
        .map(where -> where.substring(1, where.length() - 1))
        .map(
            where ->
                ManifestChecks.unusable(
                    where, message.substring(words + Session.DUCKDB_SAYS.length()), failure));
  }

  private void record(int id, ManifestDefinition definition, Row state, Instant now) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("manifest_id", id);
    values.put("name", definition.name());
    values.put("sources", definition.sources());
    values.put(
        "snapshots",
        session.list(
            "manifest/snapshots",
            Map.of("sources", definition.sources()),
            row -> row.text("snapshot_id")));
    values.put("label", definition.label());
    values.put("lists", definition.lists());
    values.put("quality", definition.quality());
    values.put("licenses", definition.licenses());
    values.put("size", definition.size());
    values.put("top", definition.top().orElse(null));
    values.put("rank_by", definition.rankBy());
    values.put("more_than", definition.moreThan().orElse(null));
    values.put("per_observation", definition.perObservation().orElse(null));
    values.put("where", definition.where().orElse(null));
    values.put("descendants", definition.descendants());
    values.put("layout", definition.layout());
    values.put("several_taxa", definition.entries().severalTaxa().toString());
    values.put("shared_taxa", definition.entries().sharedTaxa().toString());
    values.put("snapshot_id", state.number("snapshot_id"));
    values.put("created_at", now);
    session.run("manifest/record", values);
  }
}
