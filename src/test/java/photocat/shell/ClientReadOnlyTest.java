package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;

/** A client that was started with {@code --read-only}. */
final class ClientReadOnlyTest {
  private static final String REFUSAL =
      """
      error: cannot change the catalogue: it is open for reading only
        hint: leave out --read-only
      """;

  @TempDir private Path folder;
  private ClientWorld client;

  @BeforeEach
  void open() {
    client = new ClientWorld(folder, Screen.NONE);
    client.host.runs("CREATE TABLE t AS SELECT 1 AS n");
    client.readOnly = true;
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void asksAndKeepsWhatIsItsOwn() {
    ExitStatus kind =
        client.runs(
            "FROM t; CREATE TEMP TABLE mine AS SELECT 2 AS m; INSERT INTO mine VALUES (3)",
            "BEGIN; FROM mine ORDER BY m; COMMIT; SET VARIABLE v = 4; SELECT getvariable('v') AS v",
            "status",
            ".mode none",
            "@coverage");

    assertThat(client.narration.toString()).doesNotContain("error");
    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(client.data.toString()).startsWith("n\n1\nm\n2\n3\nv\n4\nsection,item,");
  }

  @Test
  void isRefusedWhateverChangesTheCatalogue() {
    for (String change :
        new String[] {
          "INSERT INTO t VALUES (2)",
          "INSERT INTO t VALUES (2) RETURNING n",
          "WITH x AS (SELECT 1) DELETE FROM t",
          "CREATE TABLE u (n INT)",
          "BEGIN; START TRANSACTION; UPDATE t SET n = 2",
          "BEGIN; UPDATE t SET n = 2",
          "PREPARE p AS UPDATE t SET n = 2; EXECUTE p",
          "EXPLAIN ANALYZE DELETE FROM t",
          "override add 'a' 'b'",
          "shortlist clear --yes"
        }) {
      client.narration.getBuffer().setLength(0);

      assertThat(client.runs(change)).as(change).isEqualTo(ExitStatus.FAILED);
      if (!change.contains("START")) {
        assertThat(client.narration).as(change).hasToString(REFUSAL);
      }
    }
    client.host.data.getBuffer().setLength(0);
    client.host.runs("FROM t");
    assertThat(client.host.data).hasToString("n\n1\n");
  }

  @Test
  void othersChangeTheCatalogueMeanwhile() {
    client.runs("FROM t");
    client.readOnly = false;

    assertThat(client.runs("INSERT INTO t VALUES (2)")).isEqualTo(ExitStatus.DONE);
    client.readOnly = true;
    client.data.getBuffer().setLength(0);
    client.runs("SELECT count(*) AS n FROM t");
    assertThat(client.data).hasToString("n\n2\n");
  }
}
