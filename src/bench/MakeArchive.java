import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a made-up Darwin Core Archive of any size in the shape of a GBIF download: a core of
 * occurrences and a table of multimedia, between TABs without quotes. Same arguments, same rows.
 *
 * <pre>java -cp "target/app/lib/*" src/bench/MakeArchive.java FILE.zip [MEDIA [real]]</pre>
 *
 * Five media for four occurrences; 27 columns of GBIF's 220, since the others are empty in most rows.
 * With {@code real}, what else a download of records with a still image brings: verbatim.txt, the keys of
 * the higher taxa, names without digits, cells that begin with a quote, and media that are of no use.
 */
final class MakeArchive {
  private static final String OCCURRENCE = "http://rs.tdwg.org/dwc/terms/Occurrence";
  private static final String OCCURRENCES =
      """
      SELECT
          i AS gbifID,
          'https://www.inaturalist.org/observations/' || i AS "references",
          ['http://creativecommons.org/licenses/by-nc/4.0/legalcode', 'http://creativecommons.org/publicdomain/zero/1.0/legalcode',
           'http://creativecommons.org/licenses/by/4.0/legalcode'][1 + i %% 3] AS license,
          'Person ' || i %% 50021 AS rightsHolder,
          'https://www.inaturalist.org/observations/' || i AS occurrenceID,
          ['HumanObservation', 'PreservedSpecimen'][1 + (i %% 10 = 0)::INTEGER] AS basisOfRecord,
          'Person ' || i %% 50021 AS recordedBy,
          format('{:04d}-{:02d}-{:02d}', 1990 + i %% 36, 1 + i %% 12, 1 + i %% 28) AS eventDate,
          1990 + i %% 36 AS "year", 1 + i %% 12 AS "month", 1 + i %% 28 AS "day",
          ['US', 'DE', 'AU', 'ZA', 'BR'][1 + i %% 5] AS countryCode,
          round(-60 + (i * 7919 %% 120000) / 1000.0, 5) AS decimalLatitude,
          round(-180 + (i * 104729 %% 360000) / 1000.0, 5) AS decimalLongitude,
          (i * 31 %% 30000)::VARCHAR AS coordinateUncertaintyInMeters,
          ['Plantae', 'Animalia', 'Fungi'][1 + s %% 3] AS kingdom,
          'Phylum' || s %% 30 AS phylum, 'Class' || s %% 90 AS "class", 'Order' || s %% 400 AS "order",
          'Family' || s %% 3000 AS family, 'Genus' || s %% 20000 AS genus,
          'Genus' || s %% 20000 || ' species' || s AS species,
          'Genus' || s %% 20000 || ' species' || s || ' (Author, 18' || s %% 90 + 10 || ')' AS scientificName,
          'SPECIES' AS taxonRank, 1000000 + s AS taxonKey, 1000000 + s AS speciesKey,
          '50c9509d-22c7-4a22-a47d-8c48425ef4a7' AS datasetKey
      FROM (SELECT i, (60000 * pow(hash(i) %% 100003 / 100003.0, 3))::BIGINT AS s FROM range(%d) AS r (i))
      """;
  private static final String MEDIA =
      """
      SELECT
          i * 4 // 5 AS gbifID,
          'StillImage' AS type,
          'image/jpeg' AS format,
          'https://inaturalist-open-data.s3.amazonaws.com/photos/' || i || '/original.jpg' AS identifier,
          'https://www.inaturalist.org/photos/' || i AS "references",
          NULL AS title,
          NULL AS description,
          NULL AS created,
          'Person ' || i * 4 // 5 %% 50021 AS creator,
          'iNaturalist' AS publisher,
          ['http://creativecommons.org/licenses/by-nc/4.0/', 'http://creativecommons.org/publicdomain/zero/1.0/',
           'http://creativecommons.org/licenses/by/4.0/'][1 + i %% 3] AS license,
          'Person ' || i * 4 // 5 %% 50021 AS rightsHolder
      FROM range(%d) AS r (i)
      """;

  /** Quotes are characters in these files, and 2 % of the records have no class, as GBIF's reptiles. */
  private static final String REAL_OCCURRENCES =
      """
      SELECT
          * EXCLUDE (s, name) REPLACE (
              CASE WHEN hash(gbifID) %% 20000 = 7 THEN '"' ELSE '' END || recordedBy AS recordedBy,
              CASE WHEN s %% 50 <> 7 THEN "class" END AS "class",
              split_part(name, ' ', 1) AS genus, name AS species,
              name || ' (Author, 18' || s %% 90 + 10 || ')' AS scientificName),
          taxonKey AS acceptedTaxonKey, 1 + s %% 3 AS kingdomKey, 10 + s %% 30 AS phylumKey,
          CASE WHEN s %% 50 <> 7 THEN 100 + s %% 90 END AS classKey,
          200 + s %% 400 AS orderKey, 1000 + s %% 3000 AS familyKey, 10000 + s %% 20000 AS genusKey
      FROM (SELECT *, taxonKey - 1000000 AS s, translate(species, '0123456789', 'abcdefghij') AS name FROM (%s))
      """;
  private static final String VERBATIM =
      "SELECT gbifID, license, rightsHolder, occurrenceID, basisOfRecord, recordedBy, eventDate, countryCode, scientificName FROM (%s)";

  /**
   * The first of each record stays a still image; of the others 30 % are sounds, manifests and of no type. Of
   * all, 3 % have no address, 1 % that of another, and 8 % no open licence, as is common on GBIF.
   */
  private static final String REAL_MEDIA =
      """
      SELECT
          * EXCLUDE (i, percent, odd) REPLACE (
              CASE odd WHEN 0 THEN 'Sound' WHEN 1 THEN 'InteractiveResource' WHEN 2 THEN NULL ELSE type END AS type,
              CASE odd WHEN 0 THEN 'audio/mpeg' WHEN 1 THEN 'application/ld+json' WHEN 2 THEN NULL ELSE format END AS format,
              CASE
                  WHEN percent < 3 THEN NULL
                  WHEN odd = 1 THEN replace(identifier, 'original.jpg', 'manifest.json')
                  WHEN percent = 3 THEN replace(identifier, '/' || i || '/', '/' || i // 2 || '/')
                  ELSE identifier
              END AS identifier,
              CASE WHEN percent BETWEEN 4 AND 8 THEN NULL WHEN percent BETWEEN 9 AND 11 THEN 'All rights reserved' ELSE license END AS license)
      FROM (
          SELECT *, hash(i) %% 100 AS percent, CASE WHEN i %% 5 = 1 THEN hash(i + 1) %% 10 END AS odd
          FROM (SELECT *, split_part("references", '/', -1)::BIGINT AS i FROM (%s)))
      """;

  public static void main(String[] arguments) throws Exception {
    Path zip = Path.of(arguments[0]);
    long media = arguments.length < 2 ? 2_000_000 : Long.parseLong(arguments[1]);
    boolean isReal = arguments.length > 2 && arguments[2].equals("real");
    String occurrences = OCCURRENCES.formatted(media * 4 / 5);
    String multimedia = MEDIA.formatted(media);
    Path folder = Files.createTempDirectory(zip.toAbsolutePath().getParent(), "archive");
    StringBuilder meta = new StringBuilder("<archive xmlns=\"http://rs.tdwg.org/dwc/text/\" metadata=\"metadata.xml\">\n");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(6);
      if (isReal) {
        occurrences = REAL_OCCURRENCES.formatted(occurrences);
        multimedia = REAL_MEDIA.formatted(multimedia);
      }
      table(duckdb, occurrences, folder, "occurrence.txt", "core", OCCURRENCE, meta, out);
      if (isReal) {
        table(duckdb, VERBATIM.formatted(occurrences), folder, "verbatim.txt", "extension", OCCURRENCE, meta, out);
      }
      table(duckdb, multimedia, folder, "multimedia.txt", "extension", "http://rs.gbif.org/terms/1.0/Multimedia", meta, out);
      meta.append("</archive>\n");
      entry(out, "meta.xml", meta.toString());
      entry(out, "metadata.xml", "<eml packageId=\"made-up\"><dataset><title>A made-up download</title></dataset></eml>");
    }
    Files.delete(folder);
  }

  private static void table(
      Connection duckdb, String query, Path folder, String name, String kind, String rowType, StringBuilder meta, ZipOutputStream out)
      throws SQLException, IOException {
    Path file = folder.resolve(name);
    try (Statement statement = duckdb.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (DELIMITER '\t', QUOTE '', ESCAPE '', HEADER)".formatted(query, file));
    }
    String header;
    try (var lines = Files.lines(file)) {
      header = lines.findFirst().orElseThrow();
    }
    meta.append("<%s encoding=\"UTF-8\" fieldsTerminatedBy=\"\\t\" linesTerminatedBy=\"\\n\" fieldsEnclosedBy=\"\" ignoreHeaderLines=\"1\" rowType=\"%s\"><files><location>%s</location></files><%s index=\"0\"/>\n"
        .formatted(kind, rowType, name, kind.equals("core") ? "id" : "coreid"));
    String[] columns = header.split("\t");
    for (int i = 0; i < columns.length; i++) {
      meta.append("<field index=\"%d\" term=\"%s\"/>\n".formatted(i, term(columns[i], rowType)));
    }
    meta.append("</%s>\n".formatted(kind));
    out.putNextEntry(new ZipEntry(name));
    Files.copy(file, (OutputStream) out);
    out.closeEntry();
    Files.delete(file);
  }

  private static String term(String column, String rowType) {
    boolean isGbif = column.endsWith("Key") || column.equals("gbifID") || column.equals("species");
    boolean isDublinCore = rowType.endsWith("Multimedia") || column.equals("license") || column.equals("references") || column.equals("rightsHolder");
    return (isGbif ? "http://rs.gbif.org/terms/1.0/" : isDublinCore ? "http://purl.org/dc/terms/" : "http://rs.tdwg.org/dwc/terms/") + column;
  }

  private static void entry(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
