package photocat.job.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists of a table and of JSON lines. */
final class UrlsFixture implements SourceFixture {
  private static final String CELLS =
      "url,label,license\nhttps://h/1.jpg,Viola alba,CC0\nhttps://h/2.jpg,Viola odorata,CC0\n";
  private static final String ITEMS =
      """
      {"url": "https://h/3.jpg", "label": "Viola alba", "license": "CC0"}
      """;

  @Override
  public String source() {
    return UrlsIngest.SOURCE;
  }

  @Override
  public List<String> small(Path folder) throws IOException {
    return words(folder, "small", CELLS, ITEMS);
  }

  @Override
  public List<String> spoiled(Path folder) throws IOException {
    String bad =
        """
        https://h/4.jpg,Too few
        https://h/4.jpg,Too,many,x
        ,No address,CC0
        https://h/4.jpg,NUL \0,CC0
        https://h/4.jpg,Carriage\rreturn,CC0
        https://h/4.jpg,Gr\u00fcn,CC0
        https://h/4.jpg,"Not closed,CC0
        """;
    String tooLong = "https://h/4.jpg," + "x".repeat(1_100_000) + ",CC0\n";
    return words(
        folder, "spoiled", CELLS + bad + tooLong, ITEMS + "{\"url\": \n[1]\n{\"label\": \"x\"}\n");
  }

  @Override
  public List<String> rejects() {
    return List.of(
        "spoiled.csv|4|2 columns found, 3 expected",
        "spoiled.csv|5|4 columns found, 3 expected",
        "spoiled.csv|6|it has no address",
        "spoiled.csv|7|a NUL is in the row",
        "spoiled.csv|8|a carriage return is in the row",
        "spoiled.csv|9|the row is not in UTF-8",
        "spoiled.csv|10|a quoted cell has no closing quote",
        "spoiled.csv|11|the row is longer than 1 MB",
        "spoiled.jsonl|2|it is no JSON object",
        "spoiled.jsonl|3|it is no JSON object",
        "spoiled.jsonl|4|it has no address");
  }

  @Override
  public List<String> large(Path folder, int rows) throws IOException {
    StringBuilder cells = new StringBuilder("url,label,license\n");
    for (int row = 0; row < rows; row++) {
      cells.append("https://h/" + row + ".jpg,Bellis perennis,CC0\n");
    }
    return words(folder, "large", cells.toString(), ITEMS);
  }

  @Override
  public boolean takesAddresses() {
    return false;
  }

  @Override
  public String toString() {
    return source();
  }

  private static List<String> words(Path folder, String name, String cells, String items)
      throws IOException {
    Path table = folder.resolve(name + ".csv");
    Path lines = folder.resolve(name + ".jsonl");
    Files.write(table, cells.getBytes(ISO_8859_1));
    Files.writeString(lines, items);
    return List.of("ingest", UrlsIngest.SOURCE, table.toString(), lines.toString(), "--name=flora");
  }

  @Override
  public boolean cutsPieces() {
    return true;
  }
}
