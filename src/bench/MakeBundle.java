import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a made-up iNaturalist Open Data bundle of any size, and a shortlist in the shape of the
 * first seed document, for tests and benchmarks. Same arguments, same bytes in the tables.
 *
 * <pre>
 * java -cp "target/app/lib/*" src/bench/MakeBundle.java --out DIR [--photos 1600000] [--shortlist 2000] [--seed 1]
 *      [--date 20260927] [--no-tar]
 * </pre>
 *
 * Writes under DIR: {@code inaturalist-open-data-DATE/} with the six tables the exporter writes (TAB,
 * UTF-8, no quoting, no escaping, null = empty), {@code inaturalist-open-data-latest.tar.gz} of that
 * folder, and {@code stage1/*.parquet} (five sources of original names, the shortlist and its "ge30"
 * subset).
 *
 * <p>Traits copied from the real tables: quotes, backslashes, commas and emoji in names that are never
 * quoted; empty names for most observers; 0.1 % of photo_id values under two observations; taxon ids that
 * are missing from taxa or empty; inactive taxa; rank_level 33.5 far into the file; the same name in
 * two kingdoms; observations filed under subspecies and genera; photos owned by somebody else than the
 * observer; {@code JPG} beside {@code jpg}; a long tail of taxa; 1.7 photos an observation.
 */
final class MakeBundle {
  private static final String SYLLABLES =
      "['ba','ce','di','fo','gu','la','me','ni','po','ru','sa','te','vi','xo','zu','ra','li','no','tu','ka']";

  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(option(arguments, "--out", "bundle"));
    long photos = Long.parseLong(option(arguments, "--photos", "1600000"));
    long shortlist = Long.parseLong(option(arguments, "--shortlist", "2000"));
    long seed = Long.parseLong(option(arguments, "--seed", "1"));
    String date = option(arguments, "--date", "20260927");
    long observations = Math.max(1, photos * 10 / 17);
    long species = Math.max(shortlist * 2, Math.min(400_000, photos / 8));
    long genera = Math.max(10, species / 12);
    long subspecies = species / 10;
    long observers = Math.max(10, observations / 40);

    Path folder = Files.createDirectories(out.resolve("inaturalist-open-data-" + date));
    Path stage1 = Files.createDirectories(out.resolve("stage1"));
    List<String> script = new ArrayList<>();
    script.add("SET preserve_insertion_order = true");
    script.add("CREATE MACRO h(i, salt) AS hash(i * 1000003 + salt * 7919 + " + seed + ")");
    script.add("CREATE MACRO u(i, salt) AS (h(i, salt) % 1000000007)::DOUBLE / 1000000007.0");
    script.add("CREATE MACRO syl(n) AS " + SYLLABLES + "[1 + (n % 20)]");
    script.add("CREATE MACRO word(n) AS syl(n) || syl(n // 20) || syl(n // 400) || syl(n // 8000)");
    script.add("CREATE MACRO kingdom(g) AS CASE WHEN g % 10 < 6 THEN 47126 WHEN g % 10 < 9 THEN 1 ELSE 47170 END");
    script.add("CREATE MACRO genus_name(g) AS upper(word(g * 7 + 3)[1]) || word(g * 7 + 3)[2:] || 'us'");
    // Species s belongs to genus s % genera; every 400th is a named hybrid.
    script.add("CREATE MACRO species_name(s) AS genus_name(s % " + genera + ") || CASE WHEN s % 400 = 7 THEN ' × ' ELSE ' ' END || word(s * 3 + 11) || 'a'");
    script.add(
        """
        CREATE TABLE taxa AS
        SELECT 48460::BIGINT AS taxon_id, NULL::VARCHAR AS ancestry, 100::DOUBLE AS rank_level,
               'stateofmatter' AS rank, 'Life' AS name, true AS active
        UNION ALL SELECT k, '48460', 70, 'kingdom', n, true
          FROM (VALUES (47126, 'Plantae'), (1, 'Animalia'), (47170, 'Fungi')) v(k, n)
        UNION ALL SELECT 1000000 + g, '48460/' || kingdom(g), 20, 'genus', genus_name(g), true FROM range(%1$d) t(g)
        UNION ALL SELECT 2000000 + s, '48460/' || kingdom(s %% %1$d) || '/' || (1000000 + s %% %1$d), 10,
               CASE WHEN s %% 400 = 7 THEN 'hybrid' ELSE 'species' END, species_name(s), s %% 25 <> 3 FROM range(%2$d) t(s)
        UNION ALL SELECT 4000000 + x, '48460/' || kingdom((x * 10) %% %1$d) || '/' || (1000000 + (x * 10) %% %1$d) || '/' || (2000000 + x * 10), 5,
               CASE x %% 3 WHEN 0 THEN 'subspecies' WHEN 1 THEN 'variety' ELSE 'form' END,
               species_name(x * 10) || ' ' || word(x * 5 + 1) || 'is', true FROM range(%3$d) t(x)
        UNION ALL SELECT 6000000 + s, '48460/1/' || (1000000 + s %% %1$d), 10, 'species', species_name(s), true
          FROM range(%2$d) t(s) WHERE s %% 997 = 5 AND kingdom(s %% %1$d) = 47126
        UNION ALL SELECT 7000001, '48460/1', 33.5, 'zoosubsection', 'Raninoida', true
        """
            .formatted(genera, species, subspecies));
    script.add(copy(
            "SELECT taxon_id, ancestry, regexp_replace(rank_level::VARCHAR, '[.]0$', '') AS rank_level, rank, name, active FROM taxa",
            folder,
            "taxa"));
    script.add(
        copy(
            """
            SELECT i AS observer_id, 'user_' || i AS login,
                   CASE WHEN i %% 5 <> 0 THEN NULL WHEN i %% 35 = 0 THEN '"' || word(i) || '"'
                        WHEN i %% 55 = 0 THEN 'Ann "Bee" O''Hara\\' || word(i) WHEN i %% 65 = 0 THEN 'Zoë, ' || word(i) || ' 🌿'
                        ELSE upper(word(i)[1]) || word(i)[2:] || ' Observer' END AS name
            FROM range(1, %d) t(i)"""
                .formatted(observers + 1),
            folder,
            "observers"));
    script.add(
        """
        CREATE MACRO taxon_of(i) AS CASE
          WHEN h(i, 1) %% 200 = 0 THEN 9000000 + h(i, 2) %% 1000
          WHEN h(i, 1) %% 100 = 1 THEN NULL
          WHEN h(i, 1) %% 20 = 2 THEN 1000000 + (%1$d * pow(u(i, 3), 3))::BIGINT
          WHEN h(i, 1) %% 12 = 3 THEN 4000000 + least((%3$d * pow(u(i, 4), 3))::BIGINT, %3$d - 1)
          ELSE 2000000 + least((%2$d * pow(u(i, 5), 4))::BIGINT, %2$d - 1) END
        """
            .formatted(genera, species, subspecies));
    script.add(
        copy(
            """
            SELECT md5('o' || i || '-%1$d')::UUID AS observation_uuid, 1 + h(i, 6) %% %2$d AS observer_id,
                   CASE WHEN i %% 41 = 0 THEN NULL ELSE format('{:.10f}', u(i, 7) * 180 - 90) END AS latitude,
                   CASE WHEN i %% 41 = 0 THEN NULL ELSE format('{:.10f}', u(i, 8) * 360 - 180) END AS longitude,
                   CASE WHEN i %% 4 = 0 THEN NULL ELSE h(i, 9) %% 2000 END AS positional_accuracy, taxon_of(i) AS taxon_id,
                   CASE h(i, 10) %% 10 WHEN 0 THEN 'casual' WHEN 1 THEN 'needs_id' WHEN 2 THEN 'needs_id' WHEN 3 THEN 'needs_id'
                        ELSE 'research' END AS quality_grade,
                   CASE WHEN i %% 83 = 0 THEN NULL ELSE DATE '2008-01-01' + (h(i, 11) %% 6800)::INT END AS observed_on,
                   CASE WHEN i %% 2 = 0 THEN NULL ELSE round(u(i, 12) * 10, 8) END AS anomaly_score
            FROM range(%3$d) t(i)"""
                .formatted(seed, observers, observations),
            folder,
            "observations"));
    script.add(
        copy(
            """
            SELECT md5('p' || id || '-%1$d')::UUID AS photo_uuid, id * 17 AS photo_id, md5('o' || o || '-%1$d')::UUID AS observation_uuid,
                   CASE WHEN id %% 100 = 7 THEN 1 + h(id, 17) %% %2$d ELSE 1 + h(id * 10 // 17, 6) %% %2$d END AS observer_id,
                   CASE WHEN id %% 6 = 0 THEN 'jpeg' WHEN id %% 300 = 1 THEN 'png' WHEN id %% 500 = 2 THEN 'JPG' WHEN id %% 5000 = 3 THEN 'gif' ELSE 'jpg' END AS extension,
                   CASE h(id, 13) %% 20 WHEN 0 THEN 'CC0' WHEN 1 THEN 'CC0' WHEN 2 THEN 'CC-BY' WHEN 3 THEN 'CC-BY' WHEN 4 THEN 'CC-BY' WHEN 5 THEN 'CC-BY-SA'
                        WHEN 6 THEN 'CC-BY-NC-ND' WHEN 7 THEN 'CC-BY-NC-SA' WHEN 8 THEN 'CC-BY-ND' WHEN 9 THEN 'PD' ELSE 'CC-BY-NC' END AS license,
                   CASE WHEN id %% 700 = 0 THEN NULL ELSE 600 + h(id, 14) %% 1449 END AS width,
                   CASE WHEN id %% 700 = 0 THEN NULL ELSE 600 + h(id, 15) %% 1449 END AS height, p %% 4 AS position
            FROM (SELECT p, p * 10 // 17 AS o, CASE WHEN p %% 1000 = 999 THEN p - 700 ELSE p END AS id FROM range(1, %3$d) t(p))"""
                .formatted(seed, observers, photos + 1),
            folder,
            "photos"));
    script.add(
        copy(
            "SELECT i AS project_id, 'Project \"' || word(i) || '\"' AS title, 'project-' || word(i) AS slug FROM range(1, 501) t(i)",
            folder,
            "projects"));
    script.add(
        copy(
            "SELECT md5('o' || (i * 9) || '-%d')::UUID AS observation_uuid, 1 + h(i, 16) %% 500 AS project_id FROM range(%d) t(i)"
                .formatted(seed, observations / 9),
            folder,
            "observations_projects"));

    // The shortlist: WFO names of common species, plants first, with up to five spellings each.
    script.add(
        """
        CREATE TABLE shortlist AS
        SELECT format('wfo-{:010d}', n) AS wfo_taxon_id, species_name(s) AS wfo_scientific_name, species_name(s) AS canonical_name, s
        FROM (SELECT row_number() OVER (ORDER BY s) AS n, s FROM range(%1$d) t(s) WHERE kingdom(s %% %2$d) = 47126)
        QUALIFY row_number() OVER (ORDER BY n) <= %3$d
        """
            .formatted(species, genera, shortlist));
    String[] sources = {"duke", "eive", "mabberly", "tryenhanced", "austraits_taxa"};
    for (int k = 0; k < sources.length; k++) {
      script.add(
          """
          COPY (SELECT wfo_taxon_id, CASE h(s, 20 + %1$d) %% 12
                  WHEN 0 THEN upper(wfo_scientific_name) WHEN 1 THEN '  ' || wfo_scientific_name || ' '
                  WHEN 2 THEN wfo_scientific_name || ' (L.) Mill.' WHEN 3 THEN replace(wfo_scientific_name, 'la', 'lla')
                  WHEN 4 THEN '' WHEN 5 THEN NULL WHEN 6 THEN wfo_scientific_name || ' subsp. ' || word(s // 10 * 5 + 1) || 'is'
                  ELSE wfo_scientific_name END AS wfo_original_name
                FROM shortlist WHERE h(s, 30 + %1$d) %% 5 < 3) TO '%2$s' (FORMAT parquet)
          """
              .formatted(k, stage1.resolve(sources[k] + "_worldflora_enriched.parquet")));
    }
    script.add(
        "COPY (SELECT wfo_taxon_id, wfo_scientific_name, canonical_name FROM shortlist) TO '%s' (FORMAT parquet)"
            .formatted(stage1.resolve("stage1_shortlist_with_gbif.parquet")));
    script.add(
        "COPY (SELECT wfo_taxon_id, wfo_scientific_name, canonical_name FROM shortlist WHERE s %% 8 <> 1) TO '%s' (FORMAT parquet)"
            .formatted(stage1.resolve("stage1_shortlist_with_gbif_ge30.parquet")));

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : script) {
        statement.execute(sql);
      }
    }
    if (List.of(arguments).contains("--no-tar")) {
      return;
    }
    String compressor = onPath("pigz") ? "pigz" : "gzip";
    run(List.of("tar", "-I", compressor, "-C", out.toString(), "-cf",
        out.resolve("inaturalist-open-data-latest.tar.gz").toString(), folder.getFileName().toString()));
  }

  private static String copy(String query, Path folder, String table) {
    return "COPY (%s) TO '%s' (FORMAT csv, HEADER, DELIMITER '\t', QUOTE '', ESCAPE '')"
        .formatted(query, folder.resolve(table + ".csv"));
  }

  private static String option(String[] arguments, String name, String fallback) {
    int at = List.of(arguments).indexOf(name);
    return at < 0 ? fallback : arguments[at + 1];
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(String.format(Locale.ROOT, "%s ended with %d", command, status));
    }
  }
}
