package photocat.source.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class SqliteFileTest {
  @TempDir private Path folder;

  @Test
  void stopsWhereAViewNeverEnds() throws SQLException, IOException {
    Path file = folder.resolve("endless.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
              + " SELECT max(i) AS name FROM n");
    }
    AtomicInteger looks = new AtomicInteger();
    Runnable work =
        () -> {
          if (looks.incrementAndGet() > 3) {
            throw PhotocatException.of(ExitStatus.INTERRUPTED, "reading was stopped");
          }
        };

    SqliteTable table = SqliteTable.of(file, Optional.empty(), work);

    assertThatThrownBy(() -> table.read((line, cells) -> {}))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.kind()).isEqualTo(ExitStatus.INTERRUPTED));
  }
}
