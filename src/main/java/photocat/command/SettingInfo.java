package photocat.command;

/**
 * A setting and the value that holds.
 *
 * @param key for example {@code catalog.memory-limit}
 * @param value as a settings file would say it
 * @param origin where the value was given: {@code default}, a file and line, a variable, a flag
 * @param meaning one line, with the allowed range
 */
public record SettingInfo(String key, String value, String origin, String meaning) {}
