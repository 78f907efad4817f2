package photocat.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.store.s3.S3Photos;
import photocat.store.s3.S3Place;

/**
 * Where a store is: a folder, or {@code s3://bucket/prefix}, with {@code ?endpoint=URL} behind it
 * where the server is not Amazon's.
 *
 * @param text the same for the same place, so that rows can be compared
 */
public record StoreAddress(String text) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  /** Returns the address of {@code folder}. */
  public static StoreAddress of(Path folder) {
    return new StoreAddress(folder.toAbsolutePath().normalize().toString());
  }

  /**
   * Reads an absolute path or an address.
   *
   * @param endpoint the S3 server of an address that names none; empty for Amazon's
   * @throws PhotocatException of kind USAGE if it is no address of a store
   */
  public static StoreAddress of(String typed, Optional<String> endpoint) {
    if (typed.startsWith(S3Place.SCHEME)) {
      return S3Place.of(typed, endpoint).address();
    }
    if (SCHEME.matcher(typed).matches()) {
      throw refused(typed, "photos go to a folder or to s3://bucket/prefix");
    }
    if (endpoint.isPresent()) {
      throw refused(typed, "--s3-endpoint needs a --root of the form s3://bucket/prefix");
    }
    return of(Path.of(typed));
  }

  /** Opens the store to look at what is there; the caller closes it. */
  public PhotoRoot open(StoreSettings settings, Optional<String> region) {
    return open(settings, region, RunParts.ofNobody());
  }

  /**
   * Opens the store; the caller closes it.
   *
   * @param settings how files are stored; a bucket has its own ways
   * @param region the region of the bucket; empty for what the SDK's settings say
   * @param parts of the run that writes
   */
  public PhotoRoot open(StoreSettings settings, Optional<String> region, RunParts parts) {
    return text.startsWith(S3Place.SCHEME)
        ? S3Photos.open(S3Place.of(text, Optional.empty()), region, parts.uploads())
        : new LocalFolder(Path.of(text), settings, parts.mark());
  }

  @Override
  public String toString() {
    return text;
  }

  /** Returns the failure to use {@code typed}, which breaks {@code rule}. */
  public static PhotocatException refused(String typed, String rule) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot keep photos in '%s'".formatted(OneLine.of(typed)))
        .withHint(rule);
  }
}
