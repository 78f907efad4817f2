package photocat.image;

/**
 * What photocat keeps of a photo's bytes.
 *
 * @param sizeBytes how many there are
 * @param sha256 their SHA-256 in 64 lower-case hexadecimal digits
 */
public record PhotoFacts(long sizeBytes, String sha256, ImageReport image) {}
