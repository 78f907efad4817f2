package photocat.command;

import photocat.model.Amounts;

/** Tells of rows of a file that could not be used. */
final class RejectedRows {
  private RejectedRows() {}

  static void warn(Output output, long rejected) {
    if (rejected > 0) {
      output.warn(
          "%s could not be used; the table shortlist_rejects says why"
              .formatted(Amounts.count(rejected, "row")));
    }
  }
}
