package photocat.job.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static photocat.source.TestBundle.FOLDER;
import static photocat.source.TestBundle.PHOTOS;
import static photocat.source.TestBundle.TAXA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photocat.source.TestBundle;

/** Bundles of iNaturalist Open Data. */
final class InatFixture implements SourceFixture {
  @Override
  public String source() {
    return InatIngest.SOURCE;
  }

  @Override
  public List<String> small(Path folder) throws IOException {
    return words(folder.resolve("small.tar"), TestBundle.sixTables());
  }

  @Override
  public List<String> spoiled(Path folder) throws IOException {
    String bad =
        """
        1\t\t10\tspecies\tToo few

        1\t\t10\tspecies\tToo many\ttrue\tx
        one\t\t10\tspecies\tNo number\ttrue
        \t\t10\tspecies\tNo key\ttrue
        1\t\t10\tspecies\tCarriage\rreturn\ttrue
        1\t\t10\tspecies\tGr\u00fcn\ttrue
        """;
    String tooLong = "1\t\t10\tspecies\t" + "x".repeat(1_100_000) + "\ttrue\n";
    return words(
        folder.resolve("spoiled.tar"),
        TestBundle.sixTables()
            .with(FOLDER + "taxa.csv", (TAXA + bad + tooLong).getBytes(ISO_8859_1))
            .with(FOLDER + "photos.csv", PHOTOS + "x\ty\n"));
  }

  @Override
  public List<String> rejects() {
    return List.of(
        "photos.csv|3|2 columns found, 9 expected",
        "taxa.csv|5|5 columns found, 6 expected",
        "taxa.csv|6|the line is blank",
        "taxa.csv|7|7 columns found, 6 expected",
        "taxa.csv|8|column taxon_id: could not convert \"one\" to BIGINT",
        "taxa.csv|9|it has no taxon_id",
        "taxa.csv|10|a carriage return is in the row",
        "taxa.csv|11|Invalid unicode",
        "taxa.csv|12|the row is longer than 1 MB");
  }

  @Override
  public List<String> large(Path folder, int rows) throws IOException {
    StringBuilder photos = new StringBuilder(PHOTOS);
    for (int row = 1; row <= rows; row++) {
      photos.append("\t" + row + "\t526ababd-aff2-4ce8-b111-d8013b9d8b42\t\t\t\t\t\t\n");
    }
    return words(
        folder.resolve("large.tar"),
        TestBundle.fourTables()
            .with(FOLDER + "taxa.csv", TAXA.replace("47126\t", "5\t"))
            .with(FOLDER + "photos.csv", photos.toString()));
  }

  @Override
  public boolean takesAddresses() {
    return true;
  }

  @Override
  public String toString() {
    return source();
  }

  private static List<String> words(Path file, TestBundle bundle) throws IOException {
    Files.write(file, bundle.tar());
    return List.of("ingest", InatIngest.SOURCE, "--from", file.toString());
  }

  @Override
  public boolean cutsPieces() {
    return true;
  }
}
