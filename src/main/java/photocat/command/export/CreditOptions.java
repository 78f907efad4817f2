package photocat.command.export;

import photocat.job.export.CreditForm;
import picocli.CommandLine.Option;

/** How credits are worded. */
public final class CreditOptions {
  @Option(
      names = "--credit-form",
      paramLabel = "FORM",
      description =
          "Words of the column credit: inat (as on iNaturalist) or tasl (title, author, source and"
              + " licence with their addresses) (default: inat)")
  private CreditForm form = CreditForm.INAT;

  /** Returns how credits are worded. */
  public CreditForm form() {
    return form;
  }
}
