package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.model.Column;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

final class ClientPathsTest {
  @TempDir private Path here;
  @TempDir private Path client;
  private ClientPaths paths;

  @BeforeEach
  void begin() {
    paths = new ClientPaths(here, client);
  }

  @Test
  void refusesToWriteWhereTheClientDoesNotExpectIt() {
    assertThatThrownBy(() -> paths.check("COPY (SELECT 'a.b') /* to */ TO 'it''s.csv'"))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            e -> assertThat(e.hint()).contains("write '%s'".formatted(client.resolve("it's.csv"))))
        .hasMessage(
            "'it's.csv' would be taken for %s, for the process that holds the catalogue works there"
                .formatted(here.resolve("it's.csv")));
    assertThatThrownBy(() -> paths.check("ATTACH 'x.db'")).hasMessageContaining("x.db");
    assertThatThrownBy(() -> paths.check("EXPORT DATABASE 'x'")).hasMessageContaining("x");
  }

  @Test
  void refusesToReadAFileOfAnotherFolder() throws Exception {
    Files.createFile(here.resolve("there.csv"));

    assertThatThrownBy(() -> paths.check("FROM 'there.csv'")).hasMessageContaining("there.csv");
    paths.check("FROM 'not-there.csv'");
  }

  @Test
  void takesWholePathsAndWhatIsNoPath() {
    paths.check("COPY t TO '/tmp/x.csv'; COPY t FROM 's3://bucket/x.csv'");
    paths.check("SELECT 'a/b' || substring(c FROM 'x'); ATTACH ':memory:' AS m");
    new ClientPaths(here, here).check("COPY t TO 'x.csv'");
  }

  @Test
  void findsWhatLiesInTheFolderOfTheClient() throws Exception {
    Files.writeString(client.resolve("mine.csv"), "n\n7\n");
    List<Object> values = new ArrayList<>();

    try (Catalog catalog = NewCatalog.inMemory();
        Session session = catalog.openSession()) {
      paths.prepare(session);
      session.execute("FROM 'mine.csv'", List.of(), new Values(values));
    }

    assertThat(values).hasToString("[7]");
  }

  private record Values(List<Object> values) implements RowSink {
    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<Object> row) {
      return values.addAll(row);
    }
  }
}
