package photocat.job.ingest;

import java.util.List;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** The columns that sources bring along, added to a table of the catalogue. */
final class OwnColumns {
  /** Each takes 1 MB while rows are added, and DuckDB's time grows with the square of them. */
  static final int MOST = 1_000;

  private OwnColumns() {}

  /**
   * Adds {@code lacking} to {@code table}, which has {@code there} columns.
   *
   * @throws PhotocatException when there would be too many
   */
  static void add(Session session, String table, int there, List<String> lacking) {
    int all = there + lacking.size();
    if (all > MOST && !lacking.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "with %s the table %s would have %d, more than %d"
                  .formatted(Amounts.count(lacking.size(), "more column"), table, all, MOST))
          .withHint("leave out columns that you do not need, or use another catalogue");
    }
    SourceViews.addColumns(session, table, lacking);
  }
}
