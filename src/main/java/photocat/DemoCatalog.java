package photocat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.Session;
import photocat.demo.OldCatalog;
import photocat.file.DatabaseLock;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/** Looks into the catalogue of an earlier demonstration, and changes nothing in it. */
final class DemoCatalog implements OldCatalog {
  /** A table of the catalogue, by its name; {@code isOurs} where photocat makes such. */
  private record Table(String name, boolean isOurs) {}

  @Override
  public Found look(Path file) {
    requireFree(file);
    try (Catalog empty = Catalog.inMemory(CatalogSettings.FRUGAL);
        Session session = empty.openSession()) {
      session.run("demo/attach", Map.of(), Map.of("file", Quoted.text(file.toString())));
      return found(session);
    } catch (PhotocatException e) {
      throw failure(file, e.message(), e);
    }
  }

  private static Found found(Session session) {
    List<Table> tables =
        session.list(
            "demo/tables", Map.of(), row -> new Table(row.text("name"), row.truth("is_ours")));
    List<String> foreign =
        tables.stream()
            .filter(table -> !table.isOurs())
            .map(table -> table.name().replaceFirst(" main\\.", " "))
            .collect(Collectors.toList());
    // A demonstration that was killed as it began has made none.
    if (tables.stream().anyMatch(Table::isOurs)) {
      foreign.addAll(session.list("demo/of_the_user", Map.of(), row -> row.text("what")));
      return new Found(foreign, session.list("demo/part_marks", Map.of(), row -> row.text("mark")));
    }
    return new Found(foreign, List.of());
  }

  private static void requireFree(Path file) {
    try {
      if (DatabaseLock.isOpenElsewhere(file)) {
        throw PhotocatException.of(
                ExitStatus.CATALOG,
                "cannot run the demo: another process has its catalogue open: " + file)
            .withHint("end that, or choose another folder with --out DIR");
      }
    } catch (IOException e) {
      throw failure(file, FailureReason.of(e), e);
    }
  }

  private static PhotocatException failure(Path file, String why, Exception cause) {
    return PhotocatException.of(
            ExitStatus.CATALOG,
            "cannot run the demo: the catalogue of an earlier one, %s, cannot be looked at: %s"
                .formatted(file, why),
            cause)
        .withHint("remove it, or choose another folder with --out DIR");
  }
}
