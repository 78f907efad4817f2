package photocat.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/**
 * A catalogue with one of everything that a recipe may meet: four taxa of which one is ambiguous
 * and one unmatched, and a manifest of five photos of which two could not be fetched, one is
 * truncated and two are the same.
 */
public final class SmallCatalog {
  private static final String ROWS =
      """
      INSERT INTO snapshots VALUES
          (1, 'inat-open-data', 'inat-open-data', 'old.tar.gz', '2025-08-27', 900, 0, '2026-11-01 10:00:00Z', '2026-11-01 10:01:00Z'),
          (2, 'inat-open-data', 'inat-open-data', 'new.tar.gz', '2025-09-27', 1000, 3, '2026-11-02 10:00:00Z', '2026-11-02 10:01:00Z');
      INSERT INTO snapshot_tables VALUES (2, 'inat_taxa', 5, 0), (2, 'inat_photos', 4, 3);
      INSERT INTO ingest_rejects VALUES
          (1, 'photos.csv', 7, 'old', 'photo_id is no number'),
          (2, 'photos.csv', 9, 'x9', 'photo_id is no number'),
          (2, 'photos.csv', 4, 'x4', 'photo_id is no number'),
          (2, 'taxa.csv', 3, 'x3', 'too few columns');
      INSERT INTO inat_taxa VALUES
          (1, NULL, 70, 'kingdom', 'Animalia', true),
          (2, NULL, 70, 'kingdom', 'Plantae', true),
          (3, '1', 50, 'class', 'Aves', true),
          (10, '1/3', 20, 'genus', 'Oenanthe', true),
          (11, '2', 20, 'genus', 'Oenanthe', true);
      INSERT INTO shortlist VALUES
          ('k1', 'Apis mellifera', 'apis_mellifera', 'list.csv', '2026-11-02 11:00:00Z'),
          ('k2', 'Bellis perennis', 'bellis_perennis', 'list.csv', '2026-11-02 11:00:00Z'),
          ('k3', 'Oenanthe', 'oenanthe', 'list.csv', '2026-11-02 11:00:00Z'),
          ('k4', 'Nomen falsum', 'nomen_falsum', 'list.csv', '2026-11-02 11:00:00Z');
      INSERT INTO gbif_downloads BY NAME
      SELECT
          '0026011-250827131500795' AS download_key, 'SUCCEEDED' AS status, 'DWCA' AS format, 22235 AS total_records,
          22230 AS loaded_records, '2026-11-02 10:00:00Z' AS seen_at;
      INSERT INTO gbif_names BY NAME
      SELECT
          '7ddf754f-d193-4cc9-b351-99906754a03b' AS checklist_key, 'COL26.6 XR' AS checklist_release,
          'Nomen falsum' AS original_name, 'unmatched' AS verdict, 'NONE' AS match_type,
          'GBIF knows nothing like it' AS reason, '2026-11-02 10:00:00Z' AS asked_at;
      INSERT INTO shortlist_rejects VALUES ('list.csv', 5, '', 'no name');
      INSERT INTO shortlist_names (taxon_key, source, original_name) VALUES
          ('k1', 'accepted', 'Apis mellifera'),
          ('k1', 'austraits', 'Apis mellifera'),
          ('k1', 'duke', 'Apis melifera'),
          ('k2', 'accepted', 'Bellis perennis'),
          ('k3', 'accepted', 'Oenanthe'),
          ('k4', 'accepted', 'Nomen falsum'),
          ('k4', 'late', 'Nomen novum');
      INSERT INTO matches (taxon_key, source, original_name, status, candidates, taxon_source, taxon_id, matched_at) VALUES
          ('k1', 'accepted', 'Apis mellifera', 'matched', 1, 'inat-open-data', 20, '2026-11-02 12:00:00Z'),
          ('k1', 'duke', 'Apis melifera', 'unmatched', 0, 'inat-open-data', NULL, '2026-11-02 12:00:00Z'),
          ('k1', 'austraits', 'Apis mellifera', 'matched', 1, 'inat-open-data', 20, '2026-11-02 12:00:00Z'),
          ('k2', 'accepted', 'Bellis perennis', 'matched', 1, 'inat-open-data', 21, '2026-11-02 12:00:00Z'),
          ('k3', 'accepted', 'Oenanthe', 'ambiguous', 2, 'inat-open-data', NULL, '2026-11-02 12:00:00Z'),
          ('k4', 'accepted', 'Nomen falsum', 'unmatched', 0, 'inat-open-data', NULL, '2026-11-02 12:00:00Z');
      INSERT INTO match_candidates VALUES
          ('Oenanthe', 'inat-open-data', 10, 'Oenanthe', 'genus', true, '1/3'),
          ('Oenanthe', 'inat-open-data', 11, 'Oenanthe', 'genus', true, '2');
      INSERT INTO manifests VALUES
          (1, 'first', '{}', 1, 0, 0, '2026-11-01 13:00:00Z'),
          (2, 'best', '{}', 2, 2, 5, '2026-11-02 13:00:00Z');
      INSERT INTO manifest_photos (
          manifest_id, file_id, taxon_key, scientific_name, original_name, name_source, slug, file_name, rank, photo_id,
          source, taxon_id, observation_id, url, license, login, credit
      )
      SELECT
          2, f, k, n, n, 'accepted', lower(replace(n, ' ', '_')),
          lower(replace(n, ' ', '_')) || '/' || p || '_large.jpg', r, p, 'inat-open-data', 20, uuid(),
          'https://photos.example:8080/' || p || '/large.jpg', l, 'ann', '(c) ann, ' || l
      FROM (VALUES
          (1, 'k1', 'Apis mellifera', 1, 101, 'CC0'),
          (2, 'k1', 'Apis mellifera', 2, 102, 'CC-BY'),
          (3, 'k1', 'Apis mellifera', 3, 103, 'CC-BY'),
          (4, 'k2', 'Bellis perennis', 1, 104, 'CC-BY'),
          (5, 'k2', 'Bellis perennis', 2, 101, 'CC0')
      ) AS v (f, k, n, r, p, l);
      INSERT INTO download_runs VALUES (1, 2, '/photos', '2026-11-02 14:00:00Z', '2026-11-02 14:01:00Z', 'partial');
      INSERT INTO download_events (
          run_id, manifest_id, file_id, state, attempt, http_status, reason, size_bytes, sha256, format, width, height,
          happened_at
      ) VALUES
          (1, 2, 1, 'done', 1, 200, NULL, 100, 'ab', 'jpeg', 20, 10, '2026-11-02 14:00:01Z'),
          (1, 2, 2, 'gone', 1, 404, 'not_found', NULL, NULL, NULL, NULL, NULL, '2026-11-02 14:00:02Z'),
          (1, 2, 3, 'retry', 1, 503, 'server_error', NULL, NULL, NULL, NULL, NULL, '2026-11-02 14:00:03Z'),
          (1, 2, 3, 'failed', 2, 503, 'server_error', NULL, NULL, NULL, NULL, NULL, '2026-11-02 14:00:04Z'),
          (1, 2, 4, 'adopted', 0, NULL, NULL, 300, 'cd', 'jpeg', 5, 5, '2026-11-02 14:00:05Z'),
          (1, 2, 5, 'done', 1, 200, NULL, 100, 'ab', 'jpeg', 20, 10, '2026-11-02 14:00:06Z');
      INSERT INTO photo_checks VALUES
          (2, 4, 'bellis_perennis/104_large.jpg', 'truncated', 250, 'ef', '2026-11-02 15:00:00Z'),
          (2, NULL, 'bellis_perennis/stray.jpg', 'extra', 7, 'aa', '2026-11-02 15:00:00Z');
      """;

  private SmallCatalog() {}

  /** Fills an empty catalogue. */
  public static void fill(Session session) {
    for (Statement statement : StatementSplitter.split(ROWS).statements()) {
      session.execute(statement.text(), List.of(), new TextRows());
    }
  }

  /** Books all events, as whoever adds them does. */
  public static void sumUp(Session session) {
    session.run("sums/clear");
    session.run("sums/add", Map.of("after", -1));
  }

  /** Rows as text, columns separated by {@code |}, NULL as nothing. */
  public static final class TextRows implements RowSink {
    public final List<String> rows = new ArrayList<>();

    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      rows.add(String.join("|", values.stream().map(v -> v == null ? "" : v.toString()).toList()));
      return true;
    }
  }
}
