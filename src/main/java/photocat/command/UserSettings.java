package photocat.command;

import java.util.List;
import photocat.job.JobSettings;

/**
 * What the user has set.
 *
 * @param jobs what jobs go by
 * @param all every setting with the value that holds, for the user
 */
public record UserSettings(JobSettings jobs, List<SettingInfo> all) {
  /** Nothing is set. */
  static final UserSettings NONE = new UserSettings(JobSettings.DEFAULTS, List.of());
}
