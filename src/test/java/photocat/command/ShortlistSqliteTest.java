package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShortlistSqliteTest {
  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @Test
  void readsATableOfASqliteDatabase() throws SQLException, IOException {
    Path file = folder.resolve("plain.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE \"my \"\"list\" (id REAL, genus TEXT, species TEXT, \"No. \"\"x\" INT, b)");
      statement.executeUpdate(
          "INSERT INTO \"my \"\"list\" VALUES (11, 'Apis', 'mellifera', 3, x'00ff'),"
              + " (NULL, 'Bellis', 'perennis', NULL, 'text'), (13, NULL, NULL, 4, NULL)");
    }
    Path odd = Files.move(file, folder.resolve("a?b %41#.db"));
    byte[] before = Files.readAllBytes(odd);

    assertThat(photocat.run("shortlist", "load", odd.toString())).isEqualTo(3);

    assertThat(photocat.said())
        .contains(": 2 taxa (2 new), 2 spellings new, 1 row rejected\n")
        .contains(": names from genus + species; keys from id\n");
    assertThat(
            photocat.rows(
                "SELECT taxon_key, scientific_name, cells['No. \"x'], cells['b']"
                    + " FROM shortlist_rows ORDER BY ALL"))
        .containsExactly("11|Apis mellifera|3|null", "Bellis perennis|Bellis perennis|null|text");
    assertThat(odd).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("-wal"));
  }

  @Test
  void asksWhichTableOfSeveralIsMeant() throws SQLException, IOException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("two.db"));
        Statement statement = database.createStatement()) {
      statement.executeUpdate("CREATE TABLE taxa (name TEXT)");
      statement.executeUpdate("CREATE TABLE log (at TEXT)");
      statement.executeUpdate("INSERT INTO taxa VALUES ('Apis mellifera')");
      statement.executeUpdate("CREATE VIEW latin AS SELECT name AS latin FROM taxa");
    }
    byte[] damaged = new byte[4096];
    System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 0, damaged, 0, 16);
    Files.write(folder.resolve("bad.db"), damaged);

    assertThat(photocat.run("shortlist", "load", "two.db")).isEqualTo(1);
    assertThat(photocat.said())
        .endsWith("two.db: its tables are latin, log, taxa\nhint: say which with --table NAME");
    assertThat(photocat.run("shortlist", "load", "two.db", "--table", "x")).isEqualTo(1);
    assertThat(photocat.said())
        .endsWith("two.db: it has no table x\nhint: its tables are latin, log, taxa");
    photocat.done("shortlist", "load", "two.db", "--table", "LATIN");
    assertThat(photocat.said()).endsWith("two.db: names from latin");
    assertThat(photocat.run("shortlist", "load", "bad.db")).isEqualTo(1);
    assertThat(photocat.said()).contains("bad.db: SQLite says: ").hasLineCount(1);
  }
}
