package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photocat.catalog.SmallCatalog.TextRows;

/** What the status command shows. */
final class StatusTest {
  private final Catalog catalog = NewCatalog.inMemory();
  private final Session session = catalog.openSession();

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void hasNothingToSayOfAnEmptyCatalogue() {
    assertThat(overview()).isEmpty();
  }

  @Test
  void showsEverySectionOnce() {
    SmallCatalog.fill(session);

    assertThat(overview())
        .containsExactly(
            "snapshot|inat-open-data||1000|exported 2025-09-27, new.tar.gz",
            "table|inat_photos|4||3 rejected",
            "table|inat_taxa|5||",
            "names|taxa|4||on the shortlist",
            "names|spellings|3||matched",
            "names|spellings|1||ambiguous",
            "names|spellings|2||unmatched",
            "names|spellings|1||not matched yet",
            "manifest|first|0||0 taxa, built 2026-11-01 13:00 UTC",
            "manifest|best|5||2 taxa, built 2026-11-02 13:00 UTC",
            "download|best|2|200|done",
            "download|best|1|300|adopted",
            "download|best|1||failed",
            "download|best|1||gone",
            "check|best|1||extra",
            "check|best|1||truncated",
            "newest failure|best|||failed server_error: apis_mellifera/103_large.jpg",
            "newest failure|best|||gone not_found: apis_mellifera/102_large.jpg");
  }

  @Test
  void photosThatNoRunHasTouchedYetArePending() {
    SmallCatalog.fill(session);
    session.execute(
        "DELETE FROM download_events WHERE file_id IN (2, 3)", List.of(), new TextRows());
    session.execute(
        """
        INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, happened_at)
        VALUES (1, 2, 1, 'pending', 0, now())
        """,
        List.of(),
        new TextRows());

    assertThat(overview())
        .filteredOn(line -> line.startsWith("download"))
        .containsExactly(
            "download|best|3||pending", "download|best|1|300|adopted", "download|best|1|100|done");
  }

  private List<String> overview() {
    TextRows rows = new TextRows();
    SmallCatalog.sumUp(session);
    session.query("status/overview", Map.of(), rows);
    return rows.rows;
  }
}
