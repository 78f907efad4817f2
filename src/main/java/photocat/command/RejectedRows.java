package photocat.command;

import photocat.model.Amounts;
import photocat.model.ExitStatus;

/** Tells of rows of a file that could not be used. */
public final class RejectedRows {
  /** What the help pages of commands that read names say. */
  public static final String HELP =
      "Rows that cannot be used are kept in the table shortlist_rejects; if there are any the exit"
          + " code is 3.";

  private RejectedRows() {}

  /** Warns of names that go over several lines: often a quote too many has swallowed rows. */
  public static void tellBroken(Output output, long broken) {
    if (broken > 0) {
      output.warn(
          "%s a line break; look whether a quote there has swallowed rows"
              .formatted(Amounts.count(broken, "name has", "names have")));
    }
  }

  /** Returns how a command ends that rejected so many. */
  public static ExitStatus tell(Output output, long rejected) {
    if (rejected == 0) {
      return ExitStatus.DONE;
    }
    output.warn(
        "%s could not be used; the table shortlist_rejects says why"
            .formatted(Amounts.count(rejected, "row")));
    return ExitStatus.PARTIAL;
  }
}
