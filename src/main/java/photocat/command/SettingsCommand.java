package photocat.command;

import java.util.List;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.RowSink;
import picocli.CommandLine.Command;

/** Which settings hold, and why. */
@Command(
    name = "settings",
    description = {
      "Show every setting, its value, and where that came from.",
      "Later wins: defaults, the file photocat/settings.properties in $XDG_CONFIG_HOME or"
          + " ~/.config, environment variables such as PHOTOCAT_CATALOG_THREADS, --set."
    },
    footer = {"", "Example: photocat settings --set catalog.threads=2"})
public final class SettingsCommand extends PhotocatCommand {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("key", "VARCHAR"),
          new Column("value", "VARCHAR"),
          new Column("origin", "VARCHAR"),
          new Column("meaning", "VARCHAR"));

  /** Runs in {@code context}. */
  public SettingsCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    RowSink rows = context().output().rows();
    rows.columns(COLUMNS);
    boolean wanted = true;
    for (SettingInfo setting : context().settings().all()) {
      wanted =
          wanted
              && rows.row(
                  List.of(setting.key(), setting.value(), setting.origin(), setting.meaning()));
    }
    rows.end();
    return ExitStatus.DONE;
  }
}
