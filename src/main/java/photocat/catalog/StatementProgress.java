package photocat.catalog;

import org.duckdb.QueryProgress;

/**
 * How far a statement has come, as DuckDB guesses.
 *
 * @param percent 0 to 100; below zero where it does not know
 * @param rows rows processed so far; 0 where it does not know
 * @param totalRows rows to process in all; 0 where it does not know
 */
public record StatementProgress(double percent, long rows, long totalRows) {
  static StatementProgress of(QueryProgress progress) {
    return new StatementProgress(
        progress.getPercentage(), progress.getRowsProcessed(), progress.getTotalRowsToProcess());
  }
}
