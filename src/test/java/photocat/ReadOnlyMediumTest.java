package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalogue on a medium that cannot be written: what reads it works, what changes it says why.
 */
@EnabledIf("photocat.SmallDisk#canBeMade")
final class ReadOnlyMediumTest {
  @TempDir private Path folder;

  @Test
  void isReadAsFarAsThatGoes() throws Exception {
    WholeRun run = new WholeRun(folder);
    assertThat(run.of("--catalog", "c.duckdb", "-c", "CREATE TABLE t AS SELECT 42 AS n")).isZero();
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")))) {
      disk.run(
          "cp ../c.duckdb . && mount -o remount,ro . 2>/dev/null || mount -o remount,ro,bind .");
      String place = disk.folder().resolve("c.duckdb").toString();
      String why = "catalogue %s is open for reading only: its file system is read-only";

      start(disk, "-c", "SELECT n + 1 AS answer FROM t", "-c", "status");
      disk.await(why.formatted(place));
      disk.await("43");
      disk.await("is empty; 'ingest inat-open-data' begins to fill it");
      assertThat(disk.exit()).isEqualTo("ended 0");

      start(disk, "-c", "INSERT INTO t VALUES (1)");
      disk.await("error: cannot change the catalogue: it is open for reading only");
      disk.await("  hint: leave out --read-only, or copy it to where you may write");
      assertThat(disk.exit()).isEqualTo("ended 1");

      start(disk, "shortlist", "clear", "--quiet");
      disk.await(
          "error: cannot change catalogue %s: its file system is read-only".formatted(place));
      disk.await("  hint: copy it to where you may write, or choose another file");
      assertThat(disk.exit()).isEqualTo("ended 4");
      disk.run("test \"$(ls)\" = c.duckdb");
    }
  }

  private static void start(SmallDisk disk, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--catalog", disk.folder().resolve("c.duckdb").toString()));
    words.addAll(List.of(arguments));
    disk.start(OtherJvm.photocat(words.toArray(String[]::new)));
  }
}
