package photocat.sql;

/**
 * One SQL statement as it stands in a longer text. It starts and ends with a token that is no
 * comment, because DuckDB's {@code LINE n} and caret point at the wrong place when comments come
 * first.
 *
 * @param text the statement without the {@code ;} that ends it; never empty
 * @param line number of its first line in the longer text, counted from 1
 * @param offset index of its first {@code char} in the longer text
 */
public record Statement(String text, int line, int offset) {}
