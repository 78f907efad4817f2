package photocat.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A photo of the sample bundle.
 *
 * @param taxon what its observation shows, by number
 * @param width of the original, in pixels
 * @param height of the original, in pixels
 */
record SamplePhoto(long id, int taxon, int width, int height) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Returns the photos of the bundle, by their numbers; bad rows are left out. */
  static Map<Long, SamplePhoto> all() throws IOException {
    Map<String, Integer> taxa = new HashMap<>();
    for (List<String> row : rows("observations.csv", 5)) {
      taxa.put(row.get(0), Integer.valueOf(row.get(5)));
    }
    Map<Long, SamplePhoto> photos = new HashMap<>();
    for (List<String> row : rows("photos.csv", 1, 6, 7)) {
      long id = Long.parseLong(row.get(1));
      int width = Integer.parseInt(row.get(6));
      int height = Integer.parseInt(row.get(7));
      photos.putIfAbsent(id, new SamplePhoto(id, taxa.getOrDefault(row.get(2), 0), width, height));
    }
    return photos;
  }

  /** Returns the rows of a table that have numbers in the columns {@code numbers}. */
  private static List<List<String>> rows(String file, int... numbers) throws IOException {
    String text = new String(SampleFiles.read("inat-open-data/" + file), StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> List.of(line.split("\t", -1)))
        .filter(row -> Arrays.stream(numbers).allMatch(i -> isNumber(row.get(i))))
        .toList();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
