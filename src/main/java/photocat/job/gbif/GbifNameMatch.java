package photocat.job.gbif;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.job.names.SettledOverrides;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.gbif.GbifNames;
import photocat.source.gbif.NameAnswer;
import photocat.source.gbif.NameAnswer.Usage;
import photocat.source.gbif.TaxonChecklist;

/**
 * Has GBIF look the names of the shortlist up. Each is asked once a release of the checklist and
 * kept at once, so that it can be stopped at any time.
 */
final class GbifNameMatch {
  private final Session session;
  private final GbifNames names;
  private final TaxonChecklist checklist;
  private final InstantSource clock;
  private final Progress progress;

  /** Looks them up in {@code checklist}. */
  GbifNameMatch(
      Session session,
      GbifNames names,
      TaxonChecklist checklist,
      InstantSource clock,
      Progress progress) {
    this.session = session;
    this.names = names;
    this.checklist = checklist;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param release of the checklist
   * @param keys of the taxa that are wanted: accepted ones where names are synonyms
   * @param counts of different names, by how they ended
   * @param taxa of the lists
   * @param foundTaxa those with a key
   */
  record Found(String release, List<String> keys, Counts counts, long taxa, long foundTaxa) {
    /** Copies the list. */
    Found {
      keys = List.copyOf(keys);
    }
  }

  /** How many names ended how. */
  record Counts(long names, long matched, long near, long higher, long ambiguous, long unmatched) {}

  /**
   * Looks up what is not known yet of the present release.
   *
   * @param lists whose taxa are wanted; empty for all
   * @param acceptNear whether names that GBIF spells otherwise count too
   */
  Found find(List<String> lists, boolean acceptNear) {
    checkLists(lists);
    new SettledOverrides(session).settle();
    session.run("gbif/make_wanted", Map.of("lists", lists, "own_prefix", checklist.prefix()));
    try {
      checkSomeAreWanted();
      Map<String, String> release =
          Map.of("checklist_key", checklist.key(), "checklist_release", names.release());
      ask("keys", "gbif/unasked_keys", release);
      ask("names", "gbif/unasked_names", release);
      session.run("gbif/make_answers", release);
      return found(release, acceptNear ? List.of("matched", "near") : List.of("matched"));
    } finally {
      session.run("gbif/forget_wanted");
      session.run("gbif/forget_answers");
    }
  }

  private void checkLists(List<String> lists) {
    for (String list : lists) {
      if (session.first("shortlist/find_list", Map.of("list", list), row -> true).isEmpty()) {
        throw PhotocatException.of(
                ExitStatus.USAGE, "there is no list \"%s\"".formatted(OneLine.of(list)))
            .withHint("'photocat shortlist lists' names them");
      }
    }
  }

  private void checkSomeAreWanted() {
    if (session.list("gbif/wanted", Map.of(), row -> row.number("names")).get(0) == 0) {
      throw PhotocatException.of(ExitStatus.FAILED, "cannot ask GBIF: the shortlist is empty")
          .withHint("run 'shortlist load FILE' first");
    }
  }

  private void ask(String what, String unasked, Map<String, String> release) {
    List<String> left = session.list(unasked, release, row -> row.text("asked"));
    try (Progress.Step step =
        progress.start("asking GBIF for " + what, Progress.Unit.ROWS, left.size())) {
      long done = 0;
      for (String asked : left) {
        session.check("asking GBIF for names");
        keep(asked, names.find(asked), release);
        done++;
        step.at(done, List.of());
      }
    }
  }

  private void keep(String asked, NameAnswer answer, Map<String, String> release) {
    Map<String, @Nullable Object> row = new HashMap<>(release);
    row.put("original_name", asked);
    row.put("verdict", answer.verdict().word());
    row.put("usage_key", part(answer.usage(), Usage::key));
    row.put("usage_name", part(answer.usage(), Usage::name));
    row.put("rank", part(answer.usage(), Usage::rank));
    row.put("usage_status", part(answer.usage(), Usage::status));
    row.put("accepted_key", part(answer.accepted(), Usage::key));
    row.put("accepted_name", part(answer.accepted(), Usage::name));
    row.put("classification", answer.classification());
    row.put("match_type", answer.matchType());
    row.put("confidence", answer.confidence());
    row.put("reason", answer.reason().orElse(null));
    row.put("asked_at", clock.instant());
    session.run("gbif/add_name", row);
  }

  private static @Nullable String part(Optional<Usage> usage, Function<Usage, String> part) {
    return usage.map(part).orElse(null);
  }

  private Found found(Map<String, String> release, List<String> verdicts) {
    Row counts =
        session.list("gbif/answer_counts", Map.of("verdicts", verdicts), row -> row).get(0);
    return new Found(
        String.valueOf(release.get("checklist_release")),
        session.list("gbif/taxa", Map.of("verdicts", verdicts), row -> row.text("taxon")),
        new Counts(
            counts.number("names"),
            counts.number("matched"),
            counts.number("near"),
            counts.number("higher"),
            counts.number("ambiguous"),
            counts.number("unmatched")),
        counts.number("taxa"),
        counts.number("found_taxa"));
  }
}
