package photocat.job.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.Layout;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.SqlExpression;

/** Refuses a manifest that cannot be built, before any work is done. */
final class ManifestChecks {
  private final Session session;

  ManifestChecks(Session session) {
    this.session = session;
  }

  /** Returns the definition in the words of the catalogue, with every default filled in. */
  ManifestDefinition checked(ManifestDefinition asked) {
    if (asked.name().isBlank() || asked.name().codePoints().anyMatch(Character::isISOControl)) {
      throw usage("name", asked.name(), "a name that is not blank, without control characters");
    }
    if (session.first("manifest/find", Map.of("name", asked.name()), row -> row).isPresent()) {
      throw refused(asked, "there is one of that name")
          .withHint("choose another name, or run 'manifest drop " + asked.name() + "' first");
    }
    atLeast(1, "--top", asked.top());
    atLeast(0, "--more-than", asked.moreThan());
    atLeast(1, "--per-observation", asked.perObservation());
    List<String> sources = sources(asked);
    String label = label(asked.label().strip(), sources);
    ManifestDefinition definition =
        new ManifestDefinition(
            asked.name(),
            sources,
            label,
            lists(asked.lists()),
            grades(asked.quality()),
            licenses(asked.licenses()),
            known("--size", asked.size().toLowerCase(Locale.ROOT), ManifestDefinition.SIZES),
            known(
                "--rank-by", asked.rankBy().toLowerCase(Locale.ROOT), ManifestDefinition.RANKINGS),
            asked.top(),
            asked.moreThan(),
            asked.perObservation(),
            asked.where().map(where -> SqlExpression.of("--where", where).inBrackets()),
            asked.descendants() && !label.equals("taxon"),
            known("--layout", asked.layout().toLowerCase(Locale.ROOT), Layout.words()),
            asked.entries());
    asked.where().ifPresent(where -> tryOut(where, definition));
    return definition;
  }

  private String label(String asked, List<String> sources) {
    String word = asked.toLowerCase(Locale.ROOT);
    if (ManifestDefinition.LABELS.contains(word)) {
      return word;
    }
    new ColumnLabels(session).check(asked, sources, ManifestDefinition.LABELS);
    return asked;
  }

  /** Returns what the manifest is built from; refuses where a step before is missing. */
  Row state(ManifestDefinition asked) {
    Map<String, Object> values = Map.of("lists", asked.lists(), "sources", asked.sources());
    Row state = session.list("manifest/state", values, row -> row).get(0);
    if (!asked.isOfShortlist()) {
      return state;
    }
    if (state.number("shortlisted") == 0) {
      throw refused(asked, "the shortlist is empty")
          .withHint("run 'shortlist load FILE' first, or give --label species");
    }
    if (state.optionalNumber("matched_snapshot_id").isEmpty()) {
      throw refused(asked, "the shortlist has not been matched").withHint("run 'match' first");
    }
    return state;
  }

  static PhotocatException refused(ManifestDefinition asked, String found) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot build manifest %s: %s".formatted(asked.name(), found));
  }

  private List<String> lists(List<String> asked) {
    List<String> there = session.list("manifest/lists", Map.of(), row -> row.text("list"));
    return asked.stream().map(list -> known("--list", list, there)).distinct().toList();
  }

  private List<String> grades(List<String> asked) {
    List<String> valid = session.list("manifest/grades", Map.of(), row -> row.text("grade"));
    return asked.stream()
        .map(grade -> known("--quality", grade.strip().toLowerCase(Locale.ROOT), valid))
        .distinct()
        .toList();
  }

  private List<String> licenses(List<String> asked) {
    List<Row> rows = session.list("manifest/licenses", Map.of(), row -> row);
    List<String> valid = rows.stream().map(row -> row.text("license")).toList();
    if (asked.isEmpty()) {
      return rows.stream()
          .filter(row -> row.truth("is_open"))
          .map(row -> row.text("license"))
          .toList();
    }
    return asked.stream()
        .map(code -> code.strip().toUpperCase(Locale.ROOT).replace('_', '-'))
        .map(code -> known("--license", code, valid))
        .distinct()
        .toList();
  }

  /** Returns those asked for, of all that have been taken in, the preferred one first. */
  private List<String> sources(ManifestDefinition asked) {
    List<String> there = session.list("manifest/sources", Map.of(), row -> row.text("source"));
    if (there.isEmpty()) {
      throw refused(asked, "the catalogue holds no snapshot")
          .withHint("run 'ingest inat-open-data' first, or 'ingest' of another source");
    }
    List<String> wanted =
        asked.sources().isEmpty()
            ? SourceViews.sources()
            : asked.sources().stream().map(source -> known("--from", source, there)).toList();
    return wanted.stream().filter(there::contains).distinct().toList();
  }

  private void tryOut(String where, ManifestDefinition definition) {
    String condition = definition.where().orElseThrow();
    try {
      for (String source : definition.sources()) {
        String view = SourceViews.name("candidates", source);
        session.tryOut("manifest/check_where", Map.of("candidates", view, "where", condition));
      }
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.FAILED ? unusable(where, e.message(), e) : e;
    }
  }

  /** The condition is wrong, or does not hold for the values of a row, as DuckDB found. */
  static PhotocatException unusable(String where, String found, PhotocatException cause) {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot use --where \"%s\": %s".formatted(where, found.lines().findFirst().orElse("")),
            cause)
        .withHint("DESCRIBE candidates; lists the columns that it may name");
  }

  private static void atLeast(int least, String option, Optional<Integer> value) {
    if (value.isPresent() && value.get() < least) {
      throw usage(option, value.get().toString(), least + " or more");
    }
  }

  private static String known(String option, String value, List<String> valid) {
    if (!valid.contains(value)) {
      throw usage(option, value, "one of " + String.join(", ", valid));
    }
    return value;
  }

  private static PhotocatException usage(String option, String value, String rule) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot build a manifest with %s \"%s\"".formatted(option, value))
        .withHint("give " + rule);
  }
}
