package photocat.job;

import photocat.fetch.FetchSettings;

/**
 * What the user has set for jobs.
 *
 * @param fetch how photos are fetched
 */
public record JobSettings(FetchSettings fetch) {
  /** What holds unless a user says otherwise. */
  public static final JobSettings DEFAULTS = new JobSettings(FetchSettings.DEFAULTS);
}
