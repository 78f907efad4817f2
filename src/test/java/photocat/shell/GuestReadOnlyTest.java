package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Kind;

/** A guest that was started with {@code --read-only}. */
final class GuestReadOnlyTest {
  private static final String REFUSAL =
      """
      error: cannot change the catalogue: it is open for reading only
        hint: leave out --read-only
      """;

  @TempDir private Path folder;
  private GuestWorld guest;

  @BeforeEach
  void open() {
    guest = new GuestWorld(folder, Screen.NONE);
    guest.host.runs("CREATE TABLE t AS SELECT 1 AS n");
    guest.readOnly = true;
  }

  @AfterEach
  void close() {
    guest.close();
  }

  @Test
  void asksAndKeepsWhatIsItsOwn() {
    Kind kind =
        guest.runs(
            "FROM t; CREATE TEMP TABLE mine AS SELECT 2 AS m; INSERT INTO mine VALUES (3)",
            "BEGIN; FROM mine ORDER BY m; COMMIT; SET VARIABLE v = 4; SELECT getvariable('v') AS v",
            "status",
            ".mode none",
            "@coverage");

    assertThat(guest.narration.toString()).doesNotContain("error");
    assertThat(kind).isEqualTo(Kind.DONE);
    assertThat(guest.data.toString()).startsWith("n\n1\nm\n2\n3\nv\n4\nsection,item,");
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
      guest.narration.getBuffer().setLength(0);

      assertThat(guest.runs(change)).as(change).isEqualTo(Kind.FAILED);
      if (!change.contains("START")) {
        assertThat(guest.narration).as(change).hasToString(REFUSAL);
      }
    }
    guest.host.data.getBuffer().setLength(0);
    guest.host.runs("FROM t");
    assertThat(guest.host.data).hasToString("n\n1\n");
  }

  @Test
  void othersChangeTheCatalogueMeanwhile() {
    guest.runs("FROM t");
    guest.readOnly = false;

    assertThat(guest.runs("INSERT INTO t VALUES (2)")).isEqualTo(Kind.DONE);
    guest.readOnly = true;
    guest.data.getBuffer().setLength(0);
    guest.runs("SELECT count(*) AS n FROM t");
    assertThat(guest.data).hasToString("n\n2\n");
  }
}
