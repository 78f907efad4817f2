package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** DuckDB's words as src/bench/full-disk.sh meets them: no test can fill a disk everywhere. */
final class SqlFailureTest {
  @Test
  void fullDiskIsToldByTheFileThatHadNoRoom() {
    PhotocatException failure =
        failure(
            "TransactionContext Error: Failed to commit: Could not write file"
                + " \"/data/photocat.duckdb.wal\": No space left on device");

    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    assertThat(failure.message())
        .isEqualTo("cannot write /data/photocat.duckdb.wal: no space left on its disk");
    assertThat(failure.hint()).contains("free the disk and run the command again");
  }

  @Test
  void databaseThatWasGivenUpNeedsANewProcess() {
    PhotocatException failure =
        failure(
            "FATAL Error: Transaction COMMIT succeeded and is durable, but the autocheckpoint"
                + " failed. Reopen the database instance to recover. Failed to create checkpoint"
                + " because of error: Could not write file \"/data/photocat.duckdb\": No space left"
                + " on device");

    assertThat(failure.kind()).isEqualTo(Kind.CATALOG);
    assertThat(failure.message())
        .isEqualTo("DuckDB has given up the open catalogue: its disk was full");
    assertThat(failure.hint())
        .contains("start photocat again; everything that was committed is kept");
  }

  private static PhotocatException failure(String text) {
    return SqlFailure.of("download/begin_run", new SQLException(text));
  }

  @Test
  void saysWhatAResultThatDoesNotFitIntoMemoryNeeds() {
    PhotocatException failure =
        SqlFailure.ofUserStatement(new SQLException("Invalid Error: Java heap space"));

    assertThat(failure.message()).startsWith("this takes more memory than the ");
    assertThat(failure.hint()).isPresent();
  }
}
