package photocat.job;

import java.util.function.Consumer;

/** A manifest of photos for tests of what comes after it. */
public final class TestManifest {
  private TestManifest() {}

  /**
   * Adds a manifest to a catalogue, {@code number} its number: photos 1 to {@code photos} at {@code
   * https://inat.example/photos/<id>/large.jpg}, in two taxa by turns. Photo 1 is in both.
   *
   * @param sql runs one statement
   */
  public static void add(Consumer<String> sql, int number, String name, int photos) {
    sql.accept(
        "INSERT INTO manifests VALUES (%d, '%s', '{}', 1, 2, %d, '2026-11-19 10:00:00Z')"
            .formatted(number, name, photos + 1));
    sql.accept(
        """
        INSERT INTO manifest_photos (
            manifest_id, file_id, taxon_key, scientific_name, original_name, name_source, slug, file_name, rank,
            photo_id, source, taxon_id, observation_id, url, license, login, credit
        )
        SELECT
            %d, row_number() OVER (ORDER BY k, p), k, n, n, 'accepted', s, s || '/' || p || '_large.jpg', p, p,
            'inat-open-data', 20, uuid(), 'https://inat.example/photos/' || p || '/large.jpg', 'CC0', 'ann', '(c) ann'
        FROM (
            SELECT 'k' || p %% 2 AS k, 'Name ' || p %% 2 AS n, 'name_' || p %% 2 AS s, p
            FROM range(1, %d) AS r (p)
            UNION ALL
            SELECT 'k0', 'Name 0', 'name_0', 1
        )
        """
            .formatted(number, photos + 1));
    sql.accept(
        """
        INSERT INTO manifest_shared
        SELECT manifest_id, max(file_id), min(file_id), max_by(file_name, file_id)
        FROM manifest_photos
        WHERE manifest_id = %d AND photo_id = 1
        GROUP BY manifest_id
        """
            .formatted(number));
  }
}
