package photocat.source.dwca;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address of a media record leads to. */
public enum MediaForm {
  FILE("a file, or what a server answers with"),
  IIIF_IMAGE("the description of an image (IIIF Image API), from which its own address follows"),
  IIIF_MANIFEST("a manifest of images (IIIF Presentation API), which has to be read first"),
  NOT_WEB("no address of the web: a path, a name, another scheme"),
  NONE("no address: nothing can be fetched");

  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/]+.*");
  private static final Pattern IIIF_INFO =
      Pattern.compile("(?i)(https?://.+)/info\\.json(?:[?#].*)?");
  private static final Pattern MANIFEST =
      Pattern.compile("(?i).*/(?:manifest(?:\\.json)?|.*iiif.*manifest.*)/?(?:[?#].*)?");
  private static final Pattern ENDING = Pattern.compile("\\.([a-z0-9]{2,8})$");

  private final String meaning;

  MediaForm(String meaning) {
    this.meaning = meaning;
  }

  /** Returns one phrase for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** Tells what {@code address} leads to, where the record says that it has {@code format}. */
  public static MediaForm of(String format, String address) {
    String plain = address.strip();
    if (plain.isEmpty()) {
      return NONE;
    }
    if (!WEB.matcher(plain).matches()) {
      return NOT_WEB;
    }
    if (IIIF_INFO.matcher(plain).matches()) {
      return IIIF_IMAGE;
    }
    boolean linkedData = format.strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json");
    return linkedData || MANIFEST.matcher(plain).matches() ? IIIF_MANIFEST : FILE;
  }

  /**
   * Returns the address of the whole image that an {@code info.json} describes, empty for another.
   */
  public static Optional<String> imageOf(String address) {
    Matcher matcher = IIIF_INFO.matcher(address.strip());
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "/full/max/0/default.jpg")
        : Optional.empty();
  }

  /** Returns the ending of an address's path in lower case, empty for none. */
  static String ending(String address) {
    String path = address.strip().toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
    Matcher matcher = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1));
    return matcher.find() ? matcher.group(1) : "";
  }
}
