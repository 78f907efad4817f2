package photocat.source.gbif;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A download of GBIF, as its page, its e-mail and papers that cite it name it.
 *
 * @param text a key, such as {@code 0108986-200613084148143}, or a DOI, such as {@code
 *     10.15468/dl.hx3uzz}, which GBIF's interface takes in its place
 */
public record DownloadId(String text) {
  private static final String KEY = "\\d{7}-\\d{15}";

  private static final String DOI = "10\\.\\d{4,9}/dl\\.[0-9a-z]+";
  private static final String LANGUAGE = "(?:[a-z]{2}(?:-[a-z]{2})?/)?";

  private static final String PAGE =
      "https?://(?:www\\.)?gbif(?:-uat)?\\.org/" + LANGUAGE + "occurrence/download/";

  private static final String OF_API = "https?://api\\.gbif\\.org/v1/occurrence/download/";
  private static final String OF_DOI = "https?://(?:dx\\.)?doi\\.org/|doi:\\s*";

  private static final Pattern FORMS =
      Pattern.compile(
          "(?:%s|%s|%s)?(%s|%s)/?".formatted(PAGE, OF_API, OF_DOI, KEY, DOI),
          Pattern.CASE_INSENSITIVE);

  /** Returns the download that {@code text} names, empty where it names something else. */
  public static Optional<DownloadId> in(String text) {
    Matcher form = FORMS.matcher(text.strip());
    return form.matches()
        ? Optional.of(new DownloadId(form.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}
