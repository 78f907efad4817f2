package photocat.catalog;

import java.time.Duration;
import java.util.List;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;

/**
 * How the catalogue is opened.
 *
 * @param chosen what differs from the usual
 */
public record CatalogSettings(Chosen chosen) {
  private static final long LEAST_MEMORY_BYTES = 256L << 20;
  private static final SettingGroup GROUP = new SettingGroup();

  /** 1 GiB of memory, so that the whole process stays below 2 GB. */
  public static final Setting<Long> MEMORY_LIMIT =
      GROUP.add(
          Setting.bytes(
                  "catalog.memory-limit",
                  1L << 30,
                  "Memory that DuckDB may use before it spills to disk; a download outside the"
                      + " prompt begins with the least")
              .must("256MiB or more", bytes -> bytes >= LEAST_MEMORY_BYTES));

  /** As many threads as processors. */
  public static final Setting<Integer> THREADS =
      GROUP.add(
          Setting.count(
                  "catalog.threads",
                  Runtime.getRuntime().availableProcessors(),
                  "Threads that DuckDB may use")
              .must("1 or more", threads -> threads >= 1));

  /** How long to wait for another photocat. */
  public static final Setting<Duration> WAIT =
      GROUP.add(
          Setting.duration(
                  "catalog.wait",
                  Duration.ofSeconds(30),
                  "How long a command waits for another photocat that holds the catalogue but does"
                      + " not serve it, or works on the same")
              .must("zero or more", patience -> !patience.isNegative()));

  /** What holds unless a user says otherwise. */
  public static final CatalogSettings DEFAULTS = new CatalogSettings(Chosen.NOTHING);

  /**
   * As little memory as DuckDB gets along with: for a command that reads rows by the page, beside
   * which more would only fill with what is not read again.
   */
  public static final CatalogSettings FRUGAL =
      new CatalogSettings(Chosen.NOTHING.with(MEMORY_LIMIT, LEAST_MEMORY_BYTES));

  /** Returns what can be set. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** Returns the memory that DuckDB may use before it spills to disk. */
  public long memoryLimitBytes() {
    return chosen.of(MEMORY_LIMIT);
  }

  /** Returns the threads that DuckDB may use. */
  public int threads() {
    return chosen.of(THREADS);
  }

  /** Returns how long to wait for another photocat that holds the catalogue. */
  public Duration patience() {
    return chosen.of(WAIT);
  }
}
