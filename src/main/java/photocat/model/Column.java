package photocat.model;

/**
 * A column of a result.
 *
 * @param name as the query names it; may come from hostile data, so it is escaped before it reaches
 *     a terminal
 * @param type DuckDB's name of its type, for example {@code BIGINT} or {@code DECIMAL(18,3)}
 */
public record Column(String name, String type) {}
