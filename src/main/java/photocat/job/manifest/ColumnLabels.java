package photocat.job.manifest;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Gives photos what stands in a column of their source as labels: fills {@code manifest_shortlist}
 * and {@code manifest_taxa}.
 */
final class ColumnLabels {
  /** Each is a folder. */
  private static final long MOST_LABELS = 1_000_000;

  /** What is blank at the ends of a cell. */
  private static final String BLANKS = " \t\r\n\u00a0";

  private final Session session;

  /** The SQL expression of the label by source, of the manifest that is made. */
  private final Map<String, String> expressions = new HashMap<>();

  ColumnLabels(Session session) {
    this.session = session;
  }

  /**
   * Refuses a label that is a column of not all of {@code sources}.
   *
   * @param words that are labels too, for the hint
   */
  void check(String label, List<String> sources, List<String> words) {
    List<String> lacking =
        sources.stream().filter(source -> column(source, label).isEmpty()).toList();
    if (lacking.isEmpty()) {
      return;
    }
    String having =
        String.join(",", sources.stream().filter(source -> !lacking.contains(source)).toList());
    throw PhotocatException.of(
            ExitStatus.USAGE,
            "cannot build a manifest with --label \"%s\": %s no such column"
                .formatted(
                    label, String.join(" and ", lacking) + (lacking.size() > 1 ? " have" : " has")))
        .withHint(
            having.isEmpty()
                ? "give one of %s, or a column: DESCRIBE %s; lists them"
                    .formatted(
                        String.join(", ", words), SourceViews.name("candidates", lacking.get(0)))
                : "--from %s leaves out what lacks it".formatted(having));
  }

  /** Returns the SQL expression of a column of the candidates {@code c}, or of a part of one. */
  private Optional<String> column(String source, String label) {
    String view = SourceViews.name("candidates", source);
    List<String> there =
        session.list("ingest/column_types", Map.of("table", view), row -> row.text("column_name"));
    Optional<String> whole = among(there, label);
    int dot = label.indexOf('.');
    if (whole.isPresent() || dot < 0) {
      return whole.map(name -> "c." + Quoted.name(name));
    }
    return among(there, label.substring(0, dot))
        .map(name -> "c.%s.%s".formatted(Quoted.name(name), Quoted.name(label.substring(dot + 1))))
        .filter(part -> exists(part, view));
  }

  private static Optional<String> among(List<String> columns, String name) {
    return columns.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  private boolean exists(String part, String view) {
    try {
      session.tryOut("manifest/check_label", Map.of("label", part, "candidates", view));
      return true;
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.FAILED) {
        throw e;
      }
      return false;
    }
  }

  /** Makes the labels that {@code definition} asks for. */
  void make(ManifestDefinition definition) {
    session.run("manifest/make_column_labels");
    session.run("manifest/keep_join_sides");
    for (String source : definition.sources()) {
      String label = column(source, definition.label()).orElseThrow();
      expressions.put(source, label);
      session.run(
          "manifest/add_column_labels",
          Map.of("source_place", definition.sources().indexOf(source) + 1, "blanks", BLANKS),
          Map.of(
              "label", label,
              "candidates", SourceViews.name("candidates", source),
              "where", definition.where().orElse("true")));
    }
    long labels =
        session.list("manifest/count_column_labels", Map.of(), row -> row.number("labels")).get(0);
    if (labels == 0 || labels > MOST_LABELS) {
      throw ManifestChecks.refused(
              definition,
              labels == 0
                  ? "no photo has a value in %s".formatted(definition.label())
                  : "%s has %s, more than %s"
                      .formatted(
                          definition.label(),
                          Amounts.count(labels, "value"),
                          Amounts.count(MOST_LABELS)))
          .withHint("give --label another column");
    }
    new LabelEntries(session).make();
    session.run("manifest/column_taxa", Map.of("sources", definition.sources()));
  }

  /**
   * Returns the condition that photos {@code c} of a source are of a row {@code w} of the taxa,
   * once the labels are made.
   */
  String condition(String source) {
    return "w.taxon_id IS NOT DISTINCT FROM c.taxon_id"
        + " AND w.label IS NOT DISTINCT FROM nullif(trim((%s)::VARCHAR, %s), '')"
            .formatted(requireNonNull(expressions.get(source)), Quoted.text(BLANKS));
  }

  /** Leaves out what has no label; returns how many photos that are. */
  long leaveUnlabelled() {
    return session.run("manifest/leave_unlabelled");
  }
}
