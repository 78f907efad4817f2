package photocat.command.download;

import photocat.command.SettingFlags;
import photocat.job.JobSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How photos are stored. */
@Command // Without an option of its own picocli would not take it for a mixin.
public final class StoreOptions {
  private final SettingFlags flags = new SettingFlags(JobSettings.ofStoring());

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    flags.addTo(command);
  }

  /** Returns {@code settings} with what the options say instead. */
  public JobSettings over(JobSettings settings) {
    return settings.storing(flags.chosen());
  }
}
