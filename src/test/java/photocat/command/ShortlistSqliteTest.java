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
import org.junit.jupiter.api.BeforeEach;
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

  @BeforeEach
  void forget() {
    photocat.forget();
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
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("41#.db-"));
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

  @Test
  void readsViewsAndTablesOfOddNames() throws SQLException {
    make(
        "odd.db",
        "CREATE TABLE \"order; by 'x'\" (id INTEGER PRIMARY KEY, \"\" TEXT, \"no\"\"te\" TEXT, Name TEXT)",
        "INSERT INTO \"order; by 'x'\" VALUES (1, 'e', 'q', 'Apis mellifera')",
        "CREATE TABLE É (name TEXT)",
        "CREATE TABLE é (name TEXT)",
        "INSERT INTO é VALUES ('Bellis perennis')",
        "CREATE VIEW \"select\" AS SELECT upper(Name) AS name, count(*), x'41' AS picture"
            + " FROM \"order; by 'x'\"",
        "CREATE VIEW broken AS SELECT name FROM nowhere");

    photocat.done("shortlist", "load", "odd.db", "--table", "order; by 'x'");
    assertThat(photocat.rows("SELECT taxon_key, scientific_name, cells FROM shortlist_rows"))
        .containsExactly("1|Apis mellifera|{id=1, column 2=e, no\"te=q, Name=Apis mellifera}");
    photocat.done("shortlist", "load", "odd.db", "--table", "é");
    assertThat(photocat.rows("SELECT scientific_name FROM shortlist"))
        .containsExactly("Bellis perennis");
    photocat.done("shortlist", "load", "odd.db", "--table", "SELECT");
    assertThat(photocat.rows("SELECT cells FROM shortlist_rows"))
        .containsExactly("{name=APIS MELLIFERA, count(*)=1}");
    assertThat(photocat.run("shortlist", "load", "odd.db", "--table", "broken")).isEqualTo(1);
    assertThat(photocat.said()).contains("SQLite says: ", "no such table").hasLineCount(1);
  }

  @Test
  void readsADatabaseWithAWriteAheadLogAndLeavesNothing() throws SQLException, IOException {
    make("wal.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t (name TEXT)");
    try (Connection writer =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("wal.db"));
        Statement statement = writer.createStatement()) {
      statement.executeUpdate("INSERT INTO t VALUES ('Apis mellifera')");
      assertThat(folder.resolve("wal.db-wal")).isNotEmptyFile();

      photocat.done("shortlist", "load", "wal.db");

      assertThat(photocat.rows("SELECT scientific_name FROM shortlist"))
          .containsExactly("Apis mellifera");
      Files.copy(folder.resolve("wal.db"), folder.resolve("copy.db"));
      Files.copy(folder.resolve("wal.db-wal"), folder.resolve("log.db"));
      Files.copy(folder.resolve("wal.db-wal"), folder.resolve("copy.db-wal"));
    }
    assertThat(folder.resolve("wal.db-wal")).doesNotExist();

    photocat.done("shortlist", "load", "wal.db");
    assertThat(folder.resolve("wal.db-wal")).doesNotExist();
    assertThat(folder.resolve("wal.db-shm")).doesNotExist();
    byte[] log = Files.readAllBytes(folder.resolve("copy.db-wal"));
    photocat.done("shortlist", "load", "copy.db");
    assertThat(photocat.rows("SELECT list, scientific_name FROM shortlist_entries ORDER BY ALL"))
        .containsExactly("copy|Apis mellifera", "wal|Apis mellifera");
    assertThat(folder.resolve("copy.db-wal")).hasBinaryContent(log);
    assertThat(photocat.run("shortlist", "load", "log.db")).isEqualTo(1);
    assertThat(photocat.said())
        .endsWith(
            "log.db: it is the log of a SQLite database, and not the database\n"
                + "hint: give the database, with its log beside it");
  }

  @Test
  void saysThatAnotherProgramHasLockedIt() throws SQLException {
    make("locked.db", "CREATE TABLE t (name TEXT)");
    try (Connection writer =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("locked.db"));
        Statement statement = writer.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");

      assertThat(photocat.run("shortlist", "load", "locked.db")).isEqualTo(1);

      assertThat(photocat.said())
          .endsWith(
              "locked.db: another program has locked it\n"
                  + "hint: wait until that has written, or give a copy");
    }
  }

  private static void make(String file, String... statements) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
