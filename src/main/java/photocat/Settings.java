package photocat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import photocat.SettingValues.Given;
import photocat.catalog.CatalogSettings;
import photocat.command.UserSettings;
import photocat.job.JobSettings;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.shell.picture.PictureProtocol;

/**
 * Everything that can be set, read once at the start. Later wins: defaults, settings file,
 * environment, flags.
 *
 * @param catalog how the catalogue is opened
 * @param user what commands go by and show
 */
record Settings(CatalogSettings catalog, UserSettings user) {
  /** Returns the settings file in {@code configFolder}, whether it exists or not. */
  static Path file(Path configFolder) {
    return configFolder.resolve("settings.properties");
  }

  /**
   * Reads the settings.
   *
   * @param flags what {@code --set} gave, each {@code key=value}
   * @param usual how the catalogue is opened where none of them says otherwise
   * @throws PhotocatException {@link Kind#USAGE} when a key is unknown or a value out of bounds
   */
  static Settings read(
      Path file, Map<String, String> environment, List<String> flags, CatalogSettings usual) {
    SettingValues values = new SettingValues(SettingsFile.read(file), environment, parsed(flags));
    try {
      CatalogSettings catalog = catalog(values, usual);
      JobSettings jobs =
          new JobSettings(
              FetchKeys.read(values, HostsFile.readBeside(file)), StoreKeys.read(values));
      String pictures = pictures(values, environment);
      boolean spreadsheetSafe =
          values.truth(
              "output.spreadsheet-safe",
              false,
              "Whether CSV and TSV have an apostrophe in front of texts that a spreadsheet would"
                  + " run as formulas; true or false");
      values.refuseUnknown();
      return new Settings(
          catalog,
          new UserSettings(jobs, catalog.patience(), pictures, spreadsheetSafe, values.known()));
    } catch (IllegalArgumentException e) {
      throw values.refused(e);
    }
  }

  /** The same where the catalogue is opened as usual. */
  static Settings read(Path file, Map<String, String> environment, List<String> flags) {
    return read(file, environment, flags, CatalogSettings.DEFAULTS);
  }

  private static String pictures(SettingValues values, Map<String, String> environment) {
    String word =
        values.text(
            "shell.pictures",
            PictureProtocol.AUTO,
            "How .show draws photos: auto (by $TERM and its like), kitty, iterm2, sixel or none");
    return PictureProtocol.of(word, environment)
        .map(PictureProtocol::word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "shell.pictures is %s, must be auto, kitty, iterm2, sixel or none"
                        .formatted(word)));
  }

  private static CatalogSettings catalog(SettingValues values, CatalogSettings usual) {
    return new CatalogSettings(
        values.bytes(
            "catalog.memory-limit",
            usual.memoryLimitBytes(),
            "Memory that DuckDB may use before it spills to disk; 256MiB or more, which is what a"
                + " download outside the prompt begins with"),
        values.count("catalog.threads", usual.threads(), "Threads that DuckDB may use; 1 or more"),
        values.duration(
            "catalog.wait",
            usual.patience(),
            "How long a command waits for another photocat that holds the catalogue but does not"
                + " serve it, or works on the same; zero or more"));
  }

  private static Map<String, Given> parsed(List<String> flags) {
    Map<String, Given> values = new LinkedHashMap<>();
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      if (equals < 1) {
        throw PhotocatException.of(Kind.USAGE, "--set: expected KEY=VALUE, found '" + flag + "'")
            .withHint("'photocat settings' lists the keys");
      }
      values.put(
          flag.substring(0, equals).strip(),
          new Given(flag.substring(equals + 1).strip(), "--set"));
    }
    return values;
  }
}
