package photocat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import photocat.SettingValues.Given;
import photocat.catalog.CatalogSettings;
import photocat.command.UserSettings;
import photocat.fetch.FetchSettings;
import photocat.fetch.HostTimes;
import photocat.http.Network;
import photocat.job.JobSettings;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.setting.Chosen;
import photocat.model.setting.Setting;
import photocat.model.setting.SettingGroup;
import photocat.shell.picture.PictureProtocol;
import photocat.source.SourceSettings;
import photocat.source.gbif.GbifLogin;
import photocat.store.StoreSettings;

/**
 * Everything that can be set, read once at the start. Later wins: defaults, settings file,
 * environment, flags.
 *
 * @param catalog how the catalogue is opened
 * @param user what commands go by and show
 */
record Settings(CatalogSettings catalog, UserSettings user) {
  private static final SettingGroup GROUP = new SettingGroup();

  private static final Setting<String> PICTURES =
      GROUP.add(
          Setting.text(
                  "shell.pictures",
                  PictureProtocol.AUTO,
                  "How .show draws photos, auto by $TERM and its like")
              .must(
                  "auto, kitty, iterm2, sixel or none",
                  word -> PictureProtocol.of(word, Map.of()).isPresent()));

  private static final Setting<Boolean> SPREADSHEET_SAFE =
      GROUP.add(
          Setting.truth(
              "output.spreadsheet-safe",
              false,
              "Whether CSV and TSV have an apostrophe in front of texts that a spreadsheet would"
                  + " run as formulas"));

  /** Returns the settings file in {@code configFolder}, whether it exists or not. */
  static Path file(Path configFolder) {
    return configFolder.resolve("settings.properties");
  }

  /**
   * Reads the settings.
   *
   * @param flags what {@code --set} gave, each {@code key=value}
   * @param usual how the catalogue is opened where none of them says otherwise
   * @throws PhotocatException {@link ExitStatus#USAGE} when a key is unknown or a value out of
   *     bounds
   */
  static Settings read(
      Path file, Map<String, String> environment, List<String> flags, CatalogSettings usual) {
    SettingValues values = new SettingValues(SettingsFile.read(file), environment, parsed(flags));
    CatalogSettings catalog =
        new CatalogSettings(values.read(CatalogSettings.all(), usual.chosen()));
    Chosen fetch = values.read(FetchSettings.all(), Chosen.NOTHING);
    Chosen store = values.read(StoreSettings.all(), Chosen.NOTHING);
    Chosen sources = values.read(SourceSettings.all(), Chosen.NOTHING);
    Chosen shown = values.read(GROUP.all(), Chosen.NOTHING);
    values.refuseUnknown();
    JobSettings jobs =
        new JobSettings(
            new FetchSettings(fetch, HostsFile.readBeside(file), HostTimes.DEFAULTS),
            new StoreSettings(store),
            Network.of(environment),
            new SourceSettings(sources, GbifLogin.of(environment)));
    String pictures = PictureProtocol.of(shown.of(PICTURES), environment).orElseThrow().word();
    return new Settings(
        catalog,
        new UserSettings(
            jobs, catalog.patience(), pictures, shown.of(SPREADSHEET_SAFE), values.known()));
  }

  /** The same where the catalogue is opened as usual. */
  static Settings read(Path file, Map<String, String> environment, List<String> flags) {
    return read(file, environment, flags, CatalogSettings.DEFAULTS);
  }

  private static Map<String, Given> parsed(List<String> flags) {
    Map<String, Given> values = new LinkedHashMap<>();
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      if (equals < 1) {
        throw PhotocatException.of(
                ExitStatus.USAGE, "--set: expected KEY=VALUE, found '" + flag + "'")
            .withHint("'photocat settings' lists the keys");
      }
      values.put(
          flag.substring(0, equals).strip(),
          new Given(flag.substring(equals + 1).strip(), "--set"));
    }
    return values;
  }
}
