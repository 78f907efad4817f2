package photocat.catalog;

import java.time.Duration;

/**
 * How the catalogue is opened.
 *
 * @param memoryLimitBytes memory that DuckDB may use before it spills to disk, at least 256 MiB
 * @param threads threads that DuckDB may use, at least 1
 * @param patience how long to wait for another photocat that holds it, zero or more
 */
public record CatalogSettings(long memoryLimitBytes, int threads, Duration patience) {
  private static final long LEAST_MEMORY_BYTES = 256L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** 1 GiB of memory, so that the whole process stays below 2 GB; as many threads as processors. */
  public static final CatalogSettings DEFAULTS =
      new CatalogSettings(1L << 30, Runtime.getRuntime().availableProcessors(), PATIENCE);

  /**
   * As little memory as DuckDB gets along with: for a command that reads rows by the page, beside
   * which more would only fill with what is not read again.
   */
  public static final CatalogSettings FRUGAL =
      new CatalogSettings(LEAST_MEMORY_BYTES, Runtime.getRuntime().availableProcessors(), PATIENCE);

  /** Refuses values out of bounds with the key, the value and the rule. */
  public CatalogSettings {
    if (memoryLimitBytes < LEAST_MEMORY_BYTES) {
      throw new IllegalArgumentException(
          "catalog.memory-limit is " + memoryLimitBytes + ", must be 256MiB or more");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("catalog.threads is " + threads + ", must be 1 or more");
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("catalog.wait is " + patience + ", must be zero or more");
    }
  }
}
