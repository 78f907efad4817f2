package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Darwin Core Archives from the file to the manifest. */
final class IngestDwcaCommandTest {
  private static final String OCCURRENCES =
      """
      id,scientificName,taxonRank,kingdom,phylum,class,order,family,genus,species,year,sex,basisOfRecord,license,eventDate
      1,Quercus robur L.,SPECIES,Plantae,Tracheophyta,Magnoliopsida,Fagales,Fagaceae,Quercus,Quercus robur,2024,,HumanObservation,CC0_1_0,2024-05-01T10:00:00
      2,Quercus pedunculata Ehrh.,SPECIES,Plantae,Tracheophyta,Magnoliopsida,Fagales,Fagaceae,Quercus,Quercus robur,2020,,PreservedSpecimen,CC0_1_0,2020
      3,Quercus robur subsp. pedunculiflora (K.Koch) Menitsky,SUBSPECIES,Plantae,Tracheophyta,Magnoliopsida,Fagales,Fagaceae,Quercus,Quercus robur,2021,,HumanObservation,CC0_1_0,
      4,Apis mellifera,SPECIES,Animalia,Arthropoda,Insecta,Hymenoptera,Apidae,Apis,Apis mellifera,2022,FEMALE,HumanObservation,CC0_1_0,
      5,"Apis mellifera Linnaeus, 1758",,Animalia,Arthropoda,Insecta,Hymenoptera,Apidae,Apis,Apis mellifera,2023,MALE,HumanObservation,CC0_1_0,
      6,Fagales,ORDER,Plantae,Tracheophyta,Magnoliopsida,Fagales,,,,2023,,HumanObservation,,
      """;
  private static final String MEDIA =
      """
      id,type,format,identifier,references,title,creator,license,rightsHolder
      1,StillImage,image/jpeg,https://h.example/a.jpg,https://h.example/a,An oak,Ann,http://creativecommons.org/licenses/by-nc/2.0/,
      1,StillImage,image/png,https://h.example/b{1}.PNG?x=1,,,Ann,CC BY-SA,The Museum
      2,StillImage,image/jpeg,https://h.example/a.jpg,,,Bob,http://creativecommons.org/licenses/by-nc/2.0/,
      3,StillImage,,https://inaturalist-open-data.s3.amazonaws.com/photos/77/original.jpeg,https://www.inaturalist.org/photos/77,,Cid,http://creativecommons.org/licenses/by/4.0/,Cid
      4,Sound,audio/mpeg,https://h.example/d.mp3,,,Dan,CC0,
      4,StillImage,,https://h.example/iiif/x/info.json,,,Dan,CC0,
      4,StillImage,,https://h.example/y/manifest.json,,,Dan,CC0,
      5,StillImage,image/jpeg,,https://h.example/page,,Eve,CC0,
      5,StillImage,image/jpeg,https://h.example/e.jpg,,,Eve,"© Eve, ask first",
      6,StillImage,image/jpeg,C:\\photos\\f.jpg,,,Fay,CC0,
      9,StillImage,image/jpeg,https://h.example/g.jpg,,,Gil,CC0,
      """;

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    Path archive = Files.createDirectories(folder.resolve("oaks"));
    Files.writeString(archive.resolve("occurrence.csv"), OCCURRENCES);
    Files.writeString(archive.resolve("multimedia.csv"), MEDIA);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  void keepsEveryRecordAndMediumAndTellsWhatTheyAre() {
    photocat.done("ingest", "dwca", "oaks");

    assertThat(photocat.said())
        .startsWith("ingested 6 records and 11 media records in ")
        .endsWith(": 6 photos, 5 of them under an open licence");
    assertThat(
            photocat.rows(
                "SELECT kind, license, count(*) FROM candidates GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            "sound|CC0|1",
            "still_image|CC-BY|1",
            "still_image|CC-BY-NC|2",
            "still_image|CC-BY-SA|1",
            "still_image|CC0|5",
            "still_image|UNKNOWN|1");
    assertThat(photocat.rows("SELECT form, count(*) FROM dwca_media GROUP BY ALL ORDER BY ALL"))
        .containsExactly("file|7", "iiif_image|1", "iiif_manifest|1", "none|1", "not_web|1");
    assertThat(
            photocat.rows("SELECT photo_id, observation_key FROM candidates WHERE photo_id < 99"))
        .containsExactly("77|3");
    assertThat(photocat.rows("SELECT url FROM candidates WHERE url LIKE '%iiif%'"))
        .containsExactly("https://h.example/iiif/x/full/max/0/default.jpg");
  }

  @Test
  void namesThatDifferInAuthorshipAreOneTaxonAndSynonymsLieBelowTheirSpecies() {
    photocat.done("ingest", "dwca", "oaks");

    assertThat(
            photocat.rows(
                "SELECT rank, canonical_name, name FROM taxa WHERE rank NOT IN ('class', 'phylum') ORDER BY ALL"))
        .containsExactly(
            "family|apidae|Apidae",
            "family|fagaceae|Fagaceae",
            "genus|apis|Apis",
            "genus|quercus|Quercus",
            "kingdom|animalia|Animalia",
            "kingdom|plantae|Plantae",
            "order|fagales|Fagales",
            "order|hymenoptera|Hymenoptera",
            "species|apis mellifera|Apis mellifera",
            "species|quercus pedunculata|Quercus pedunculata Ehrh.",
            "species|quercus robur|Quercus robur",
            "subspecies|quercus robur pedunculiflora|Quercus robur subsp. pedunculiflora (K.Koch) Menitsky");
    assertThat(
            photocat.rows(
                "SELECT classification FROM taxa WHERE canonical_name = 'quercus pedunculata'"))
        .containsExactly(
            "Plantae|Tracheophyta|Magnoliopsida|Fagales|Fagaceae|Quercus|Quercus robur");
  }

  @Test
  void aManifestIsBuiltOfItAsOfAnySource() throws IOException {
    photocat.done("ingest", "dwca", "oaks");
    Files.writeString(folder.resolve("list.csv"), "key,name\nO,Quercus robur\nB,Apis mellifera\n");
    photocat.done("shortlist", "load", "list.csv");
    photocat.done("match", "--within", "Plantae");
    assertThat(photocat.said()).contains("2 spellings: 1 matched, 0 ambiguous, 1 unmatched");
    photocat.done("match");

    photocat.done("manifest", "build", "m", "--size", "medium");

    assertThat(
            photocat.rows(
                """
                SELECT taxon_key, source, url, license, license_version, license_url, creator, rights_holder, credit,
                    photo_page, observation_key
                FROM manifest_photos ORDER BY url
                """))
        .containsExactly(
            "O|dwca|https://h.example/a.jpg|CC-BY-NC|2.0|https://creativecommons.org/licenses/by-nc/2.0/|Ann|null|(c) Ann,"
                + " some rights reserved (CC BY-NC)|https://h.example/a|1",
            "O|dwca|https://h.example/b%7B1%7D.PNG?x=1|CC-BY-SA|null|null|Ann|The"
                + " Museum|(c) The Museum, some rights reserved (CC BY-SA)|null|1",
            "B|dwca|https://h.example/iiif/x/full/max/0/default.jpg|CC0|1.0|https://creativecommons.org/publicdomain/zero/1.0/|Dan|null|Dan,"
                + " no rights reserved (CC0)|null|4",
            "O|dwca|https://inaturalist-open-data.s3.amazonaws.com/photos/77/medium.jpeg|CC-BY|4.0|https://creativecommons.org/licenses/by/4.0/|Cid|Cid|(c)"
                + " Cid, some rights reserved (CC BY)|https://www.inaturalist.org/photos/77|3");
    assertThat(photocat.rows("SELECT regexp_extract(file_name, '[^0-9]*$') FROM manifest_photos"))
        .containsExactlyInAnyOrder(".jpg", ".jpg", ".png", "_medium.jpeg");
    photocat.done("manifest", "build", "females", "--where", "sex = 'FEMALE'");
    assertThat(photocat.rows("SELECT photos FROM manifests WHERE name = 'females'"))
        .containsExactly("1");
    photocat.done("manifest", "build", "titled", "--where", "media.title = 'An oak'");
    assertThat(photocat.rows("SELECT photos FROM manifests WHERE name = 'titled'"))
        .containsExactly("1");
  }

  /** With a second source in the catalogue. */
  @Test
  void aNameThatOneSourceLacksIsLookedUpInAnother() throws IOException {
    Files.writeString(
        folder.resolve("oaks/multimedia.csv"), "id,identifier,license\n1,https://h/1.jpg,CC0\n");
    photocat.done("ingest", "dwca", "oaks");
    photocat.rows("INSERT INTO inat_taxa VALUES (9, NULL, 10, 'species', 'Apis mellifera', true)");
    photocat.rows(
        "INSERT INTO snapshots VALUES (7, 'inat-open-data', 'inat-open-data', 'x', NULL, 1, 0, now(), now())");
    Files.writeString(
        folder.resolve("list.csv"), "name\nQuercus robur\nApis mellifera\nUlmus glabra\n");
    photocat.done("shortlist", "load", "list.csv");

    photocat.done("match");

    assertThat(photocat.said()).contains("3 spellings: 2 matched, 0 ambiguous, 1 unmatched;");
    assertThat(
            photocat.rows(
                "SELECT original_name, taxon_source, status, reason FROM matches ORDER BY ALL"))
        .containsExactly(
            "Apis mellifera|dwca|matched|null",
            "Apis mellifera|inat-open-data|matched|null",
            "Quercus robur|dwca|matched|null",
            "Quercus robur|inat-open-data|unmatched|no taxon is called so; dwca has it",
            "Ulmus glabra|dwca|unmatched|no taxon is called so",
            "Ulmus glabra|inat-open-data|unmatched|no taxon is called so");
    photocat.done("manifest", "build", "m");
    assertThat(photocat.rows("SELECT source, taxon_key, url FROM manifest_photos"))
        .containsExactly("dwca|Quercus robur|https://h/1.jpg");
    assertThat(photocat.run("manifest", "build", "n", "--from", "urls")).isEqualTo(2);
    assertThat(photocat.said()).contains("--from \"urls\"", "one of dwca, inat-open-data");
    photocat.done("match", "--source", "dwca");
    assertThat(photocat.rows("SELECT count(*) FROM matches")).containsExactly("3");
  }

  @Test
  void withoutAShortlistTaxaOfARankAreTheLabels() {
    photocat.done("ingest", "dwca", "oaks");

    photocat.done(
        "manifest", "build", "s", "--label", "species", "--license", "CC-BY,CC-BY-NC,CC0");
    photocat.done("manifest", "build", "g", "--label", "genus", "--license", "CC-BY,CC-BY-NC,CC0");
    photocat.done("manifest", "build", "t", "--label", "taxon", "--license", "CC-BY,CC-BY-NC,CC0");

    String files =
        "SELECT file_name FROM manifest_photos WHERE manifest_id = manifest_number('%s')";
    assertThat(photocat.said()).isEqualTo("manifest t: 4 photos of 4 taxa");
    assertThat(photocat.rows(files.formatted("g")))
        .extracting(file -> file.substring(0, file.indexOf('/')))
        .containsExactly("apis", "quercus", "quercus");
    assertThat(photocat.rows(files.formatted("s")))
        .extracting(file -> file.substring(0, file.indexOf('/')))
        .containsExactly("apis_mellifera", "quercus_robur", "quercus_robur");
  }

  @Test
  void readsOnlyWhatIsAskedForAndReplacesTheArchiveOfThatName() {
    photocat.done("ingest", "dwca", "oaks");
    photocat.done("ingest", "dwca", "oaks", "--name", "plants", "--where", "kingdom = 'Plantae'");
    assertThat(photocat.said())
        .contains("ingested 4 records and 5 media records")
        .contains(": 3 photos, 3 of them");

    photocat.done("ingest", "dwca", "oaks", "--where", "year > '2021'");

    assertThat(
            photocat.rows(
                """
                SELECT name, count(*) FROM dwca_records JOIN snapshots USING (snapshot_id) GROUP BY ALL ORDER BY ALL
                """))
        .containsExactly("oaks|4", "plants|4");
    assertThat(photocat.run("ingest", "dwca", "oaks", "--where", "colour = 'red'"))
        .as(photocat.said())
        .isEqualTo(2);
    assertThat(photocat.said()).startsWith("error: cannot use --where \"colour = 'red'\": ");
    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("8");
  }

  @Test
  void keepsTheBadRowsOfAnArchiveOfWhichItKeepsNone() throws IOException {
    Files.writeString(folder.resolve("oaks/multimedia.csv"), MEDIA + "1,StillImage\n");

    assertThat(photocat.run("ingest", "dwca", "oaks", "--where", "1 = 0")).isEqualTo(3);

    assertThat(photocat.said()).contains("ingested 0 records and 0 media records");
    assertThat(photocat.rows("SELECT line FROM ingest_rejects")).containsExactly("13");
  }

  @Test
  void saysHowManyBytesTheArchiveHas() throws IOException {
    long bytes =
        Files.size(folder.resolve("oaks/occurrence.csv"))
            + Files.size(folder.resolve("oaks/multimedia.csv"));
    photocat.done("ingest", "dwca", "oaks");
    photocat.done("ingest", "dwca", "oaks/occurrence.csv", "--name", "alone");

    assertThat(photocat.rows("SELECT size_bytes FROM snapshots ORDER BY snapshot_id"))
        .containsExactly(
            Long.toString(bytes), Long.toString(Files.size(folder.resolve("oaks/occurrence.csv"))));
  }

  @Test
  void keepsABadRowAndSaysSo() throws IOException {
    Files.writeString(folder.resolve("oaks/multimedia.csv"), MEDIA + "1,StillImage\n");

    assertThat(photocat.run("ingest", "dwca", "oaks")).isEqualTo(3);

    assertThat(photocat.said())
        .contains(
            "warning: 1 row could not be loaded; the table ingest_rejects says which and why");
    assertThat(photocat.rows("SELECT file, line, text, reason FROM ingest_rejects"))
        .containsExactly("multimedia.csv|13|1,StillImage|2 columns found, 9 expected");
  }

  @Test
  void mediaOfAnEventAreOfItsOccurrencesIfTheseNameOneTaxon() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("events"));
    Files.writeString(
        archive.resolve("meta.xml"),
        """
        <archive>
        <core rowType='http://rs.tdwg.org/dwc/terms/Event' fieldsTerminatedBy=',' ignoreHeaderLines='1'>
        <files><location>event.csv</location></files><id index='0'/>
        <field index='0' term='http://rs.tdwg.org/dwc/terms/eventID'/></core>
        <extension rowType='http://rs.tdwg.org/dwc/terms/Occurrence' fieldsTerminatedBy=',' ignoreHeaderLines='1'>
        <files><location>occurrence.csv</location></files><coreid index='0'/>
        <field index='1' term='http://rs.tdwg.org/dwc/terms/occurrenceID'/>
        <field index='2' term='http://rs.tdwg.org/dwc/terms/scientificName'/></extension>
        <extension rowType='http://rs.gbif.org/terms/1.0/Multimedia' fieldsTerminatedBy=',' ignoreHeaderLines='1'>
        <files><location>media.csv</location></files><coreid index='0'/>
        <field index='1' term='http://purl.org/dc/terms/identifier'/></extension>
        </archive>
        """);
    Files.writeString(archive.resolve("event.csv"), "id\ne1\ne2\ne3\n");
    Files.writeString(
        archive.resolve("occurrence.csv"),
        """
        id,occurrenceID,name
        e1,o1,Viola alba
        e1,o2,Viola alba
        e2,o3,Viola alba
        e2,o4,Viola odorata
        """);
    Files.writeString(
        archive.resolve("media.csv"),
        "id,url\ne1,https://h/1.jpg\ne2,https://h/2.jpg\ne3,https://h/3.jpg\n");

    photocat.done("ingest", "dwca", "events");

    assertThat(photocat.said())
        .contains("2 records share the key of records of other taxa: of which their media are,");
    assertThat(
            photocat.rows(
                "SELECT url, observation_key, scientific_name FROM candidates ORDER BY ALL"))
        .containsExactly(
            "https://h/1.jpg|o1|Viola alba",
            "https://h/1.jpg|o2|Viola alba",
            "https://h/2.jpg|e2|null",
            "https://h/3.jpg|e3|null");
    assertThat(photocat.rows("SELECT count(*) FROM dwca_records")).containsExactly("7");
  }

  @Test
  void fetchesWhatAnAddressLeadsTo() throws IOException {
    byte[] table =
        "occurrenceID,scientificName,associatedMedia\no1,Viola alba,https://h/1.jpg\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean isThere = exchange.getRequestURI().getPath().endsWith("violets.csv");
          exchange.sendResponseHeaders(isThere ? 200 : 404, isThere ? table.length : -1);
          exchange.getResponseBody().write(isThere ? table : new byte[0]);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:%d/a/".formatted(server.getAddress().getPort());

      photocat.done("ingest", "dwca", address + "violets.csv?key=secret");

      assertThat(photocat.rows("SELECT name, origin FROM snapshots"))
          .containsExactly("violets|" + address + "violets.csv");
      assertThat(photocat.rows("SELECT url FROM candidates")).containsExactly("https://h/1.jpg");
      assertThat(photocat.run("ingest", "dwca", address + "gone.zip")).isEqualTo(1);
      assertThat(photocat.said())
          .startsWith("error: cannot read " + address + "gone.zip: the server answered HTTP 404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void addressesInTheRecordCountWhereThereIsNoTableOfMedia() throws IOException {
    Files.writeString(
        folder.resolve("lone.csv"),
        """
        occurrenceID,scientificName,kingdom,associatedMedia,license
        o1,Viola alba Besser,Plantae,https://h/1.jpg | https://h/2.jpeg,CC0
        o2,Viola alba,Plantae,https://h/3.jpg; https://h/1.jpg,CC0
        o3,Viola alba,Plantae,,CC0
        o4,Viola alba,Plantae,"https://h/4.jpg,https://h/5,b;c.jpg;http://h/6.jpg",CC0
        """);

    photocat.done("ingest", "dwca", "lone.csv");

    assertThat(
            photocat.rows(
                """
                SELECT observation_key, url, license, record_license, scientific_name FROM candidates ORDER BY ALL
                """))
        .containsExactly(
            "o1|https://h/1.jpg|UNKNOWN|CC0|Viola alba",
            "o1|https://h/2.jpeg|UNKNOWN|CC0|Viola alba",
            "o2|https://h/1.jpg|UNKNOWN|CC0|Viola alba",
            "o2|https://h/3.jpg|UNKNOWN|CC0|Viola alba",
            "o4|http://h/6.jpg|UNKNOWN|CC0|Viola alba",
            "o4|https://h/4.jpg|UNKNOWN|CC0|Viola alba",
            "o4|https://h/5,b;c.jpg|UNKNOWN|CC0|Viola alba");
  }
}
