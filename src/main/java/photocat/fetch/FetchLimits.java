package photocat.fetch;

import photocat.model.setting.Setting;

/**
 * How many photos may be in flight and how fast, which can be changed while they are: more are
 * asked for when the next answer comes, fewer when enough have ended. Thread-safe.
 */
public final class FetchLimits {
  private volatile FetchSettings settings;

  /** Begins with those of {@code settings}. */
  public FetchLimits(FetchSettings settings) {
    this.settings = settings;
  }

  /** Returns the settings with the limits as they are now. */
  public FetchSettings settings() {
    return settings;
  }

  /**
   * Changes {@code setting}, one that may change while a job runs, to what {@code text} says.
   *
   * @throws IllegalArgumentException with the key, the text and the rule that it breaks
   */
  public synchronized <T> void change(Setting<T> setting, String text) {
    settings = settings.with(setting, setting.parse(text));
  }
}
