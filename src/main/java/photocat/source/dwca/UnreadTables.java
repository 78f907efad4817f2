package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Amounts;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** Finds tables among the files of an archive that, by their names, are none. */
final class UnreadTables {
  private static final int HEAD_BYTES = 1 << 14;
  private static final int MOST_LOOKED_AT = 100;
  private static final int MOST_NAMED = 5;

  /** What nobody calls a table; a folder may hold a hundred thousand photos. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          ("jpg jpeg png gif tif tiff webp bmp svg heic avif mp3 wav ogg flac mp4 mov avi mpg pdf"
                  + " doc docx xls xlsx ods odt xml xsd html htm md json zip 7z rar parquet db")
              .split(" "));

  private static final Pattern DELIMITER = Pattern.compile("[\t,;|]");

  private static final Logger log = LoggerFactory.getLogger(UnreadTables.class);

  private UnreadTables() {}

  /** Says which of {@code paths}, that are not read, look like tables; empty for none. */
  static Optional<String> told(ArchiveFiles files, List<String> paths) {
    List<String> found = new ArrayList<>();
    paths.stream()
        .filter(path -> !OTHER_ENDINGS.contains(ending(path)))
        .limit(MOST_LOOKED_AT)
        .filter(path -> isTable(files, path))
        .forEach(found::add);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            """
            %s like a table and %s not read: %s%s; those that are lie side by side, and end in \
            .txt, .csv, .tsv, .tab or .gz\
            """
                .formatted(
                    Amounts.count(found.size(), "file looks", "files look"),
                    found.size() == 1 ? "was" : "were",
                    found.stream()
                        .limit(MOST_NAMED)
                        .map(path -> "'" + OneLine.of(path) + "'")
                        .collect(Collectors.joining(", ")),
                    found.size() > MOST_NAMED ? ", …" : ""));
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isTable(ArchiveFiles files, String path) {
    try (InputStream file = files.open(path);
        InputStream in = LineEnds.readable(TextInput.of(file, StandardCharsets.UTF_8))) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      String first = head.lines().findFirst().orElse("");
      String[] words = DELIMITER.split(first, -1);
      return words.length > 1
          && first.indexOf('\0') < 0
          && Arrays.stream(words)
              .map(word -> word.replace("\"", ""))
              .anyMatch(word -> Term.ofHeader(word).isPresent());
    } catch (IOException | PhotocatException e) {
      // Nobody needs it, so it stops nothing.
      log.debug("cannot tell whether {} is a table", path, e);
      return false;
    }
  }
}
