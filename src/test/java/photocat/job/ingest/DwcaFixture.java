package photocat.job.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import photocat.source.dwca.TestArchive;

/** Archives of a table of records and one of media. */
final class DwcaFixture implements SourceFixture {
  private static final String RECORDS = "id\tname\no1\tViola alba\no2\tViola odorata\n";
  private static final String MEDIA =
      "id\tidentifier\no1\thttps://h/1.jpg\no1\thttps://h/2.jpg\no2\thttps://h/3.jpg\n";

  @Override
  public String source() {
    return DwcaIngest.SOURCE;
  }

  @Override
  public List<String> small(Path folder) throws IOException {
    return words(TestArchive.gbif(RECORDS, MEDIA).zip(folder.resolve("small.zip")));
  }

  @Override
  public List<String> spoiled(Path folder) throws IOException {
    String bad = "o3\no4\ta\tb\no5\tNUL \0\no6\tCarriage\rreturn\no7\tGr\u00fcn\no8\t";
    String records = RECORDS + bad + "x".repeat(1_100_000) + "\n";
    return words(
        TestArchive.gbif(records, MEDIA + "o1\n")
            .with("occurrence.txt", records.getBytes(ISO_8859_1))
            .zip(folder.resolve("spoiled.zip")));
  }

  @Override
  public List<String> rejects() {
    return List.of(
        "multimedia.txt|5|1 columns found, 2 expected",
        "occurrence.txt|4|1 columns found, 2 expected",
        "occurrence.txt|5|3 columns found, 2 expected",
        "occurrence.txt|6|a NUL is in the row",
        "occurrence.txt|7|a carriage return is in the row",
        "occurrence.txt|8|the row is not in UTF-8",
        "occurrence.txt|9|the row is longer than 1 MB");
  }

  @Override
  public List<String> large(Path folder, int rows) throws IOException {
    StringBuilder media = new StringBuilder("id\tidentifier\n");
    for (int row = 0; row < rows; row++) {
      media.append("o1\thttps://h/photos/of/the/violet/" + row + ".jpg\n");
    }
    return words(
        TestArchive.gbif("id\tname\no1\tBellis perennis\n", media.toString())
            .zip(folder.resolve("large.zip")));
  }

  @Override
  public boolean takesAddresses() {
    return true;
  }

  @Override
  public String toString() {
    return source();
  }

  private static List<String> words(Path archive) {
    return List.of("ingest", DwcaIngest.SOURCE, archive.toString(), "--name=flora");
  }

  /** They go through pipes. */
  @Override
  public boolean cutsPieces() {
    return false;
  }
}
