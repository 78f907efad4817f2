package photocat.source.dwca;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a media record is of, by its type, its format and its address. */
public enum MediaKind {
  STILL_IMAGE("a photo, a drawing, a scan"),
  SOUND("a recording"),
  MOVING_IMAGE("a film, an animation"),
  /** A page, a document, a model in three dimensions, pyramids of tiles. */
  OTHER("something else: a page, a document, a 3D model"),
  UNKNOWN("nothing says what it is");

  private static final Set<String> IMAGES =
      Set.of(
          ("jpg jpeg jpe jfif png gif tif tiff webp bmp heic heif avif jp2 j2k jpx svg dng cr2 nef"
                  + " arw jpg2000")
              .split(" "));
  private static final Set<String> SOUNDS =
      Set.of("mp3 wav m4a ogg oga flac aac aif aiff wma amr opus mid wac".split(" "));
  private static final Set<String> FILMS =
      Set.of("mp4 m4v mov avi mpg mpeg mkv webm wmv flv ogv 3gp mts".split(" "));
  private static final Set<String> OTHERS =
      Set.of("html htm pdf dzi json xml txt csv zip obj stl ply glb gltf doc docx php".split(" "));

  private final String meaning;

  MediaKind(String meaning) {
    this.meaning = meaning;
  }

  /** Returns one phrase for the documentation. */
  public String meaning() {
    return meaning;
  }

  /**
   * Tells the kind. A format that names one counts before the type, which publishers often set for
   * a whole data set; the ending of the address counts where both are silent.
   *
   * @param type {@code dc:type}, empty for none
   * @param format {@code dc:format}, a MIME type or an ending; empty for none
   * @param address where it lies, empty for none
   */
  public static MediaKind of(String type, String format, String address) {
    return of(type, format, MediaForm.of(format, address), MediaForm.ending(address));
  }

  /** Tells the kind of a medium whose address has this form and ending. */
  public static MediaKind of(String type, String format, MediaForm form, String ending) {
    if (form == MediaForm.IIIF_IMAGE || form == MediaForm.IIIF_MANIFEST) {
      return STILL_IMAGE;
    }
    // Some publishers mix the two columns up.
    return Stream.of(ofFormat(format), ofType(type), ofFormat(type), ofType(format))
        .filter(kind -> kind != UNKNOWN)
        .findFirst()
        .orElseGet(() -> ofEnding(ending));
  }

  private static MediaKind ofFormat(String format) {
    String plain = format.strip().toLowerCase(Locale.ROOT).replaceFirst("[;,\\s].*", "");
    if (plain.startsWith("image/")) {
      return plain.endsWith("dzi") ? OTHER : STILL_IMAGE;
    }
    if (plain.startsWith("audio/")) {
      return SOUND;
    }
    if (plain.startsWith("video/")) {
      return MOVING_IMAGE;
    }
    if (plain.startsWith("text/")
        || plain.startsWith("model/")
        || plain.equals("application/pdf")) {
      return OTHER;
    }
    return plain.contains("/") ? UNKNOWN : ofEnding(plain.replaceFirst("^\\.", ""));
  }

  private static MediaKind ofType(String type) {
    String plain = type.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*[/#:]", "");
    return switch (plain.replaceAll("[ _-]", "")) {
      case "stillimage", "image", "photo", "photograph", "picture", "images", "staticimage" ->
          STILL_IMAGE;
      case "sound", "audio", "soundrecording" -> SOUND;
      case "movingimage", "video", "film", "movie" -> MOVING_IMAGE;
      case "text",
          "interactiveresource",
          "physicalobject",
          "dataset",
          "collection",
          "software",
          "event",
          "service",
          "3dmodel",
          "model",
          "webpage" ->
          OTHER;
      default -> UNKNOWN;
    };
  }

  private static MediaKind ofEnding(String ending) {
    if (IMAGES.contains(ending)) {
      return STILL_IMAGE;
    }
    if (SOUNDS.contains(ending)) {
      return SOUND;
    }
    if (FILMS.contains(ending)) {
      return MOVING_IMAGE;
    }
    return OTHERS.contains(ending) ? OTHER : UNKNOWN;
  }
}
