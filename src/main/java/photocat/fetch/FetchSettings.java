package photocat.fetch;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;

/**
 * How photos are fetched.
 *
 * @param chosen what differs from the usual
 * @param hosts how many requests each host bears
 * @param times time constants
 */
public record FetchSettings(Chosen chosen, HostTable hosts, HostTimes times) {
  private static final SettingGroup GROUP = new SettingGroup();

  private static final Pattern CONTACT_ADDRESS =
      Pattern.compile("[!-'*-~]+@[!-'*-~]+\\.[!-'*-~]+|https?://[!-'*-~]+");

  /** Photos in flight at a time. */
  public static final Setting<Integer> MAX_CONNECTIONS =
      GROUP.add(
          Setting.count(
                  "fetch.max-connections",
                  64,
                  "Photos in flight at a time, of which each host gets as many as it bears")
              .must("1 to 512", count -> count >= 1 && count <= 512)
              .flag("N", "--max-connections", "--connections")
              .whileRunning());

  /** Of these to one host; most hosts bear fewer. */
  public static final Setting<Integer> PER_HOST =
      GROUP.add(
          Setting.count("fetch.per-host", 512, "Of these to one host, which may bear fewer")
              .must("1 or more", count -> count >= 1)
              .flag("N", "--per-host")
              .whileRunning());

  /** Bytes a second of all photos together, 0 for as many as there are. */
  public static final Setting<Long> MAX_SPEED =
      GROUP.add(
          Setting.speed(
                  "fetch.max-speed",
                  0,
                  "Bytes a second of all photos together, on average over some seconds, such as"
                      + " 50MB/s, or unlimited")
              .flag("SPEED", "--max-speed")
              .whileRunning());

  /** Time allowed for TCP, and again for TLS. */
  public static final Setting<Duration> CONNECT_TIMEOUT =
      GROUP.add(
          Setting.positive(
              "fetch.connect-timeout", Duration.ofSeconds(5), "Time for TCP, and again for TLS"));

  /** Time from sending a request to the end of the answer's header. */
  public static final Setting<Duration> HEADER_TIMEOUT =
      GROUP.add(
          Setting.positive(
              "fetch.header-timeout",
              Duration.ofSeconds(15),
              "Time from sending a request to the end of the answer's header"));

  /** Longest silence within a body. */
  public static final Setting<Duration> IDLE_TIMEOUT =
      GROUP.add(
          Setting.positive(
              "fetch.idle-timeout",
              Duration.ofSeconds(20),
              "Longest silence within a photo, and the window over which its speed is measured"));

  /** Time for one photo. */
  public static final Setting<Duration> PHOTO_TIMEOUT =
      GROUP.add(
          Setting.positive(
              "fetch.photo-timeout",
              Duration.ofMinutes(5),
              "Time for one photo, from sending the request to its last byte"));

  /** A slower body is given up. */
  public static final Setting<Long> MIN_SPEED =
      GROUP.add(
          Setting.bytes(
                  "fetch.min-bytes-per-second",
                  1_000,
                  "A slower photo is given up, and tried again")
              .must("1 or more", bytes -> bytes >= 1));

  /** A larger body is given up. */
  public static final Setting<Long> MAX_PHOTO_BYTES =
      GROUP.add(
          Setting.bytes("fetch.max-photo-bytes", 64L * 1024 * 1024, "A larger photo is refused")
              .must("1 or more", bytes -> bytes >= 1));

  /** Tries of a photo in one run. */
  public static final Setting<Integer> ATTEMPTS =
      GROUP.add(
          Setting.count("fetch.attempts", 4, "Tries of one photo in one run")
              .must("1 to 100", tries -> tries >= 1 && tries <= 100));

  /** Longest wait before the second try. */
  public static final Setting<Duration> BACKOFF =
      GROUP.add(
          Setting.positive(
              "fetch.backoff",
              Duration.ofMillis(100),
              "Longest wait before the second try, four times as long before each next"));

  /** First pause of a host that asks for one without saying how long. */
  public static final Setting<Duration> PAUSE =
      GROUP.add(
          Setting.positive(
              "fetch.pause",
              Duration.ofSeconds(1),
              "First pause of a host that asks for one without saying how long, doubled each"
                  + " time"));

  /** A host that asks for a longer pause is left to the next run. */
  public static final Setting<Duration> LONGEST_PAUSE =
      GROUP.add(
          Setting.positive(
              "fetch.longest-pause",
              Duration.ofMinutes(5),
              "A host that asks for a longer pause is left to the next run"));

  /** Time for photos in flight to finish when the run is stopped. */
  public static final Setting<Duration> DRAIN_TIMEOUT =
      GROUP.add(
          Setting.duration(
                  "fetch.drain-timeout",
                  Duration.ofSeconds(2),
                  "Time for photos in flight to finish when the run is stopped")
              .must("zero or more", time -> !time.isNegative()));

  /** What every request says of its sender. */
  public static final Setting<String> USER_AGENT =
      GROUP.add(
          Setting.text(
                  "fetch.user-agent",
                  "photocat/0.1 (downloader of openly licensed species photos)",
                  "What every request says of its sender")
              .must("not blank", text -> !text.isBlank())
              .must("printable ASCII", text -> text.chars().allMatch(c -> c >= ' ' && c < 127)));

  /** Whom a server's owner can ask; empty for nobody. */
  public static final Setting<String> CONTACT =
      GROUP.add(
          Setting.text(
                  "contact",
                  "",
                  "Your e-mail or web address, which every request names, as all hosts but the open"
                      + " bucket and your own demand")
              .must(
                  "an e-mail address or a web address",
                  text -> text.isEmpty() || CONTACT_ADDRESS.matcher(text).matches())
              .flag("ADDRESS", "--contact"));

  /** Whether photos are fetched whose host asks machines to leave them alone. */
  public static final Setting<Boolean> IGNORE_OPT_OUT =
      GROUP.add(
          Setting.truth(
                  "fetch.ignore-opt-out",
                  false,
                  "Whether to fetch photos too whose host asks machines to leave them alone"
                      + " (X-Robots-Tag: noai, tdm-reservation: 1). Warning: whoever says so may"
                      + " have reserved a right by it, and you answer for what you do with such"
                      + " photos")
              .flag("", "--ignore-opt-out"));

  /** Whether loopback, private and link-local addresses may be asked. */
  public static final Setting<Boolean> ALLOW_PRIVATE_HOSTS =
      GROUP.add(
          Setting.truth(
                  "fetch.allow-private-hosts",
                  false,
                  "Whether to ask loopback, private and link-local addresses too, such as a mirror"
                      + " of your own; the addresses of photos are other people's data")
              .flag("", "--allow-private-hosts"));

  /** What holds unless a user says otherwise. */
  public static final FetchSettings DEFAULTS =
      new FetchSettings(Chosen.NOTHING, HostTable.SHIPPED, HostTimes.DEFAULTS);

  /** Returns what can be set. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  int connections() {
    return chosen.of(MAX_CONNECTIONS);
  }

  int connectionsPerHost() {
    return chosen.of(PER_HOST);
  }

  long bytesPerSecond() {
    return chosen.of(MAX_SPEED);
  }

  Duration connectTimeout() {
    return chosen.of(CONNECT_TIMEOUT);
  }

  Duration headerTimeout() {
    return chosen.of(HEADER_TIMEOUT);
  }

  Duration idleTimeout() {
    return chosen.of(IDLE_TIMEOUT);
  }

  Duration photoTimeout() {
    return chosen.of(PHOTO_TIMEOUT);
  }

  long minBytesPerSecond() {
    return chosen.of(MIN_SPEED);
  }

  long maxPhotoBytes() {
    return chosen.of(MAX_PHOTO_BYTES);
  }

  int attempts() {
    return chosen.of(ATTEMPTS);
  }

  Duration backoff() {
    return chosen.of(BACKOFF);
  }

  Duration pause() {
    return chosen.of(PAUSE);
  }

  Duration longestPause() {
    return chosen.of(LONGEST_PAUSE);
  }

  Duration drainTimeout() {
    return chosen.of(DRAIN_TIMEOUT);
  }

  /** Returns how strangers' servers are treated. */
  public Politeness politeness() {
    return new Politeness(
        chosen.of(USER_AGENT), chosen.of(CONTACT), chosen.of(IGNORE_OPT_OUT), hosts, times);
  }

  /** Tells whether loopback, private and link-local addresses may be asked. */
  public boolean allowPrivateHosts() {
    return chosen.of(ALLOW_PRIVATE_HOSTS);
  }

  /** The same with another value. */
  public <T> FetchSettings with(Setting<T> setting, T value) {
    return new FetchSettings(chosen.with(setting, value), hosts, times);
  }

  /** The same with all values that {@code others} says. */
  public FetchSettings with(Chosen others) {
    return new FetchSettings(chosen.with(others), hosts, times);
  }

  /** The same with strangers' servers treated otherwise. */
  public FetchSettings withPoliteness(Politeness another) {
    return new FetchSettings(
        chosen
            .with(USER_AGENT, another.userAgent())
            .with(CONTACT, another.contact())
            .with(IGNORE_OPT_OUT, another.ignoreOptOut()),
        another.hosts(),
        another.times());
  }
}
