package photocat.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A small bundle, whole or broken in one way. */
public final class TestBundle {
  public static final String FOLDER = "inaturalist-open-data-20260927/";
  public static final String TAXA =
      """
      taxon_id\tancestry\trank_level\trank\tname\tactive
      48460\t\t100\tstateofmatter\tLife\ttrue
      47126\t48460\t70\tkingdom\tPlantae\ttrue
      7000001\t48460/1\t33.5\tzoosubsection\tRaninoida "x\\\ttrue
      """;
  public static final String OBSERVERS =
      "observer_id\tlogin\tname\n1\tkueda\tKen-ichi Ueda\n2\tann\t\n";
  public static final String OBSERVATIONS =
      """
      observation_uuid\tobserver_id\tlatitude\tlongitude\tpositional_accuracy\ttaxon_id\tquality_grade\tobserved_on\tanomaly_score
      526ababd-aff2-4ce8-b111-d8013b9d8b42\t1\t38.6097400000\t-122.7673020000\t\t47126\tresearch\t2011-05-30\t0.5
      """;
  public static final String PHOTOS =
      """
      photo_uuid\tphoto_id\tobservation_uuid\tobserver_id\textension\tlicense\twidth\theight\tposition
      9b5ca6f4-fb23-47ff-b581-5fe3f9d068aa\t35927\t526ababd-aff2-4ce8-b111-d8013b9d8b42\t1\tjpg\tCC-BY\t2048\t1356\t0
      """;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** The tables that every bundle has. */
  public static TestBundle fourTables() {
    return new TestBundle()
        .with(FOLDER + "taxa.csv", TAXA)
        .with(FOLDER + "observers.csv", OBSERVERS)
        .with(FOLDER + "observations.csv", OBSERVATIONS)
        .with(FOLDER + "photos.csv", PHOTOS);
  }

  /** The tables of a bundle since August 2025. */
  public static TestBundle sixTables() {
    return fourTables()
        .with(FOLDER + "projects.csv", "project_id\ttitle\tslug\n7\tTrees\ttrees\n")
        .with(
            FOLDER + "observations_projects.csv",
            "observation_uuid\tproject_id\n526ababd-aff2-4ce8-b111-d8013b9d8b42\t7\n");
  }

  /** Adds or replaces a file by its path in the archive. */
  public TestBundle with(String path, String text) {
    return with(path, text.getBytes(UTF_8));
  }

  public TestBundle with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Returns the text of a file by its path in the archive. */
  public String text(String path) {
    return new String(Objects.requireNonNull(files.get(path)), UTF_8);
  }

  public TestBundle without(String path) {
    files.remove(path);
    return this;
  }

  public byte[] tar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      tar.putArchiveEntry(new TarArchiveEntry(FOLDER));
      tar.closeArchiveEntry();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  public byte[] tarGz() throws IOException {
    return gzip(tar());
  }

  public static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  /** Writes the files side by side into {@code folder}, without the folders of the archive. */
  public Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      Files.write(folder.resolve(name), file.getValue());
    }
    return folder;
  }
}
