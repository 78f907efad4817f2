package photocat.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers by which a host asks machines to leave a photo alone: {@code X-Robots-Tag} with
 * {@code noai} or {@code noimageai}, for all or for photocat, and {@code tdm-reservation: 1} (W3C
 * TDM Reservation Protocol).
 */
final class OptOut {
  private static final Set<String> WORDS = Set.of("noai", "noimageai");
  private static final Set<String> US = Set.of("*", "photocat");

  /** Words that take a value after their colon, and are nobody's name. */
  private static final Set<String> VALUED =
      Set.of("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after");

  private static final Pattern NAME = Pattern.compile("\\s*([\\w*-]+)\\s*:(.*)");

  private OptOut() {}

  static boolean isIn(List<String> robotsTags, Optional<String> tdmReservation) {
    return tdmReservation.map(String::strip).filter("1"::equals).isPresent()
        || robotsTags.stream().anyMatch(OptOut::isIn);
  }

  /** A name with a colon before a word says for whom it and those after it are. */
  private static boolean isIn(String robotsTag) {
    boolean forUs = true;
    for (String part : robotsTag.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher named = NAME.matcher(part);
      boolean isNamed = named.matches() && !VALUED.contains(named.group(1));
      if (isNamed) {
        forUs = US.contains(named.group(1));
      }
      if (forUs && WORDS.contains((isNamed ? named.group(2) : part).strip())) {
        return true;
      }
    }
    return false;
  }
}
