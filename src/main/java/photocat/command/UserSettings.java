package photocat.command;

import java.time.Duration;
import java.util.List;
import photocat.job.JobSettings;

/**
 * What the user has set.
 *
 * @param jobs what jobs go by
 * @param patience how long to wait for another photocat's job that works on the same
 * @param pictures in which way the terminal is sent pictures; {@code none} for none
 * @param spreadsheetSafe whether CSV and TSV hold no text that a spreadsheet would run
 * @param all every setting with the value that holds, for the user
 */
public record UserSettings(
    JobSettings jobs,
    Duration patience,
    String pictures,
    boolean spreadsheetSafe,
    List<SettingInfo> all) {
  /** Nothing is set. */
  static final UserSettings NONE =
      new UserSettings(JobSettings.DEFAULTS, Duration.ZERO, "none", false, List.of());
}
