package photocat.source;

/**
 * One row of a file of names, as it stands there.
 *
 * @param line row of the file, the first after the header being 1
 * @param key the key; the trimmed name where the file has no key column; may be blank
 * @param name the name, untouched; may be blank
 */
public record NameRow(long line, String key, String name) {}
