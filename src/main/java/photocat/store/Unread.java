package photocat.store;

/**
 * Something in a store that cannot be looked at, and so may hold anything.
 *
 * @param name of a folder or file below the root
 * @param reason why not, in words
 */
public record Unread(String name, String reason) {}
