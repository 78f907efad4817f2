package photocat.job;

import java.nio.file.Path;

/**
 * What a job works on. Two jobs fight when both claim the same thing and one of them alone.
 *
 * @param thing as messages name it, for example {@code "manifest top10"}
 * @param alone whether nobody else may work on it meanwhile, not even read it
 */
public record Claim(String thing, boolean alone) {
  /** Works on {@code manifest} and changes it, its states or its files. */
  public static Claim manifest(String manifest) {
    return new Claim("manifest " + manifest, true);
  }

  /** Reads {@code manifest}, which must not vanish meanwhile. */
  public static Claim reading(String manifest) {
    return new Claim("manifest " + manifest, false);
  }

  /** Writes photos into {@code root}, a folder or an address. */
  public static Claim root(String root) {
    return new Claim("the folder " + root, true);
  }

  /** Writes {@code file}. */
  public static Claim file(Path file) {
    return new Claim("the file " + file, true);
  }

  /** Replaces the metadata of photos. */
  public static Claim metadata() {
    return new Claim("the tables of iNaturalist", true);
  }

  /** Changes the shortlist, the overrides or what they match. */
  public static Claim names() {
    return new Claim("the names", true);
  }

  boolean fights(Claim other) {
    return thing.equals(other.thing) && (alone || other.alone);
  }
}
