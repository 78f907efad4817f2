package photocat;

import photocat.fetch.FetchSettings;
import photocat.fetch.HostTable;
import photocat.fetch.Politeness;

/** The settings that begin with {@code fetch.}. */
final class FetchKeys {
  private static final FetchSettings DEFAULTS = FetchSettings.DEFAULTS;

  private FetchKeys() {}

  static FetchSettings read(SettingValues values, HostTable hosts) {
    return new FetchSettings(
        values.count(
            "fetch.max-connections",
            DEFAULTS.connections(),
            "Photos in flight at a time; 1 to 512"),
        values.count(
            "fetch.per-host",
            DEFAULTS.connectionsPerHost(),
            "Of these to one host, which may bear fewer; 1 or more"),
        values.speed(
            "fetch.max-speed",
            DEFAULTS.bytesPerSecond(),
            "Bytes a second of all photos together, on average over some seconds"),
        values.duration(
            "fetch.connect-timeout",
            DEFAULTS.connectTimeout(),
            "Time for TCP, and again for TLS; above zero"),
        values.duration(
            "fetch.header-timeout",
            DEFAULTS.headerTimeout(),
            "Time from sending a request to the end of the answer's header; above zero"),
        values.duration(
            "fetch.idle-timeout",
            DEFAULTS.idleTimeout(),
            "Longest silence within a photo, and the window over which its speed is measured; above"
                + " zero"),
        values.duration(
            "fetch.photo-timeout",
            DEFAULTS.photoTimeout(),
            "Time for one photo, from sending the request to its last byte; above zero"),
        values.bytes(
            "fetch.min-bytes-per-second",
            DEFAULTS.minBytesPerSecond(),
            "A slower photo is given up, and tried again; 1 or more"),
        values.bytes(
            "fetch.max-photo-bytes",
            DEFAULTS.maxPhotoBytes(),
            "A larger photo is refused; 1 or more"),
        values.count(
            "fetch.attempts", DEFAULTS.attempts(), "Tries of one photo in one run; 1 to 100"),
        values.duration(
            "fetch.backoff",
            DEFAULTS.backoff(),
            "Longest wait before the second try, four times as long before each next; above zero"),
        values.duration(
            "fetch.pause",
            DEFAULTS.pause(),
            "First pause of a host that asks for one without saying how long, doubled each time;"
                + " above zero"),
        values.duration(
            "fetch.longest-pause",
            DEFAULTS.longestPause(),
            "A host that asks for a longer pause is left to the next run; above zero"),
        values.duration(
            "fetch.drain-timeout",
            DEFAULTS.drainTimeout(),
            "Time for photos in flight to finish when the run is stopped; zero or more"),
        politeness(values, hosts),
        values.truth(
            "fetch.allow-private-hosts",
            DEFAULTS.allowPrivateHosts(),
            "Whether loopback, private and link-local addresses may be asked; true or false"));
  }

  private static Politeness politeness(SettingValues values, HostTable hosts) {
    Politeness defaults = DEFAULTS.politeness();
    return new Politeness(
        values.text(
            "fetch.user-agent",
            defaults.userAgent(),
            "What every request says of its sender; printable ASCII, not blank"),
        values.text(
            "contact",
            defaults.contact(),
            "Your e-mail or web address, which every request names; needed by all hosts but the"
                + " open bucket and your own"),
        values.truth(
            "fetch.ignore-opt-out",
            defaults.ignoreOptOut(),
            "Whether photos are fetched whose host asks machines to leave them alone; true or"
                + " false"),
        hosts,
        defaults.times());
  }
}
