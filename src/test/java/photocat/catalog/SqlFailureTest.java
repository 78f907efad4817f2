package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** DuckDB's words as src/bench/full-disk.sh meets them: no test can fill a disk everywhere. */
final class SqlFailureTest {
  @Test
  void fullDiskIsToldByTheFileThatHadNoRoom() {
    PhotocatException failure =
        failure(
            "TransactionContext Error: Failed to commit: Could not write file"
                + " \"/data/photocat.duckdb.wal\": No space left on device");

    assertThat(failure.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(failure.message())
        .isEqualTo("cannot write /data/photocat.duckdb.wal: no space left on its disk");
    assertThat(failure.hint()).contains("free the disk and run the command again");
  }

  @Test
  void fullDiskIsToldSoOfAStatementOfTheUsersToo() {
    PhotocatException failure =
        SqlFailure.ofUserStatement(
            new SQLException(
                "TransactionContext Error: Failed to commit: Could not write file"
                    + " \"/data/photocat.duckdb.wal\": No space left on device"));

    assertThat(failure.message())
        .isEqualTo("cannot write /data/photocat.duckdb.wal: no space left on its disk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "日本", "🐝", "𠮷野", "a𝒜b🐝🐝", "ðŸ", "ð", "ô\u008f\u00bf"})
  void namesAreToldInTheirOwnLetters(String name) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT * FROM \"" + name + "\""))
          .isInstanceOfSatisfying(
              SQLException.class,
              e ->
                  assertThat(SqlFailure.text(e))
                      .startsWith("Catalog Error: Table with name " + name + " does not exist!"));
    }
  }

  @Test
  void workThatIsStoppedIsNotCalledByTheNameOfItsStatement() {
    PhotocatException failure = failure("INTERRUPT Error: Interrupted!");

    assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(failure.message()).isEqualTo("the work was stopped");
  }

  @Test
  void databaseThatWasGivenUpNeedsANewProcess() {
    PhotocatException failure =
        failure(
            "FATAL Error: Transaction COMMIT succeeded and is durable, but the autocheckpoint"
                + " failed. Reopen the database instance to recover. Failed to create checkpoint"
                + " because of error: Could not write file \"/data/photocat.duckdb\": No space left"
                + " on device");

    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    assertThat(failure.message())
        .isEqualTo("DuckDB has given up the open catalogue: its disk was full");
    assertThat(failure.hint())
        .contains("start photocat again; everything that was committed is kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Catalog Error: Table with name manifests does not exist! | it has no table manifests
          Catalog Error: View with name candidates does not exist! | it has no view candidates
          Catalog Error: Type with name quality_grade does not exist! | it has no type quality_grade
          Catalog Error: Scalar Function with name slug does not exist! | it has no scalar function slug
          Binder Error: Referenced column "login" not found in FROM clause! | one of its tables has no column login
          Binder Error: Table "s" does not have a column named "slug" | one of its tables has no column slug
          Out of Memory Error: failed to allocate data of size 16.0 MiB (245.9 MiB/256.0 MiB used) | this takes more memory than catalog.memory-limit allows
          IO Error: Cannot open file "/tmp/x.tsv": Permission denied | cannot open /tmp/x.tsv: permission denied
          IO Error: Could not create directory "/x.tmp": Read-only file system | cannot create /x.tmp: read-only file system
          TransactionContext Error: Failed to commit: write-write conflict on key: "3" | another command has changed the same rows
          Constraint Error: Duplicate key "id: 3" violates primary key constraint | its rows contradict one another: duplicate key "id: 3" violates primary key constraint
          Conversion Error: Could not convert string 'b' to INT32 | DuckDB says: could not convert string 'b' to INT32
          """)
  void statementOfOursIsNotShown(String words, String found) {
    PhotocatException failure = failure(words + "\nDid you mean x?\n\nLINE 7: FROM inat_photos\n");

    assertThat(failure.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(failure.message()).isEqualTo("cannot use catalogue /data/photocat.duckdb: " + found);
    assertThat(failure.hint()).isPresent();
    assertThat(failure)
        .hasRootCauseMessage(words + "\nDid you mean x?\n\nLINE 7: FROM inat_photos\n");
    assertThat(failure.getCause()).hasMessageStartingWith("download/begin_run: ");
  }

  private static PhotocatException failure(String text) {
    return SqlFailure.of("download/begin_run", "/data/photocat.duckdb", new SQLException(text));
  }

  @Test
  void saysWhatAResultThatDoesNotFitIntoMemoryNeeds() {
    PhotocatException failure =
        SqlFailure.ofUserStatement(new SQLException("Invalid Error: Java heap space"));

    assertThat(failure.message()).startsWith("this takes more memory than the ");
    assertThat(failure.hint()).isPresent();
  }
}
