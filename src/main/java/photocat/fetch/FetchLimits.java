package photocat.fetch;

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

  /** Changes the photos in flight at a time; throws as {@link FetchSettings} does. */
  public synchronized void changeConnections(int connections) {
    settings = settings.withConnections(connections);
  }

  /** Changes how many of these may go to one host; throws as {@link FetchSettings} does. */
  public synchronized void changeConnectionsPerHost(int connectionsPerHost) {
    settings = settings.withConnectionsPerHost(connectionsPerHost);
  }

  /** Changes the bytes a second, 0 for no limit; throws as {@link FetchSettings} does. */
  public synchronized void changeBytesPerSecond(long bytesPerSecond) {
    settings = settings.withBytesPerSecond(bytesPerSecond);
  }
}
