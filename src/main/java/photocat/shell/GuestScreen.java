package photocat.shell;

import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import photocat.command.ColorChoice;
import photocat.command.GlobalOptions;
import photocat.command.OutputMode;
import photocat.remote.Attendant;
import photocat.remote.ResultForm;
import photocat.remote.Visit;

/** The screen of a guest, as this process draws for it. */
final class GuestScreen implements Pager {
  private final Writer data;
  private final Attendant.Pages pages;
  private final TextOutput output;
  private volatile ResultForm form = new ResultForm(0, 0, "", false, false, false);

  /**
   * The screen of {@code guest}.
   *
   * @param data takes what is for its standard output
   * @param narration takes what is for its standard error
   * @param pages shows what does not fit
   */
  GuestScreen(Visit guest, Writer data, Writer narration, Attendant.Pages pages) {
    this.data = data;
    this.pages = pages;
    Screen screen =
        new Screen(
            guest.screen().isTerminal(),
            guest.screen().narrationIsTerminal(),
            guest.screen().unicode(),
            guest.screen().color(),
            () -> form.columns(),
            () -> form.rows());
    GlobalOptions options =
        GlobalOptions.of(guest.options().quiet(), guest.options().debug(), color(guest))
            .spreadsheetSafe(guest.options().settings().contains(GlobalOptions.SPREADSHEET_SAFE));
    this.output = TextOutput.atPrompt(new Streams(data, narration), screen, options, this);
  }

  TextOutput output() {
    return output;
  }

  /** Draws in this way from now on. */
  void take(ResultForm newForm) {
    form = newForm;
    Display display = output.display();
    display.choose(
        Optional.of(newForm.mode()).filter(mode -> !mode.isEmpty()).map(OutputMode::parse));
    display.time(newForm.isTimed());
    display.redirect(newForm.isFile() ? Optional.of(ResultFile.elsewhere(data)) : Optional.empty());
  }

  @Override
  public boolean isThere() {
    return form.isPrompt();
  }

  @Override
  public Optional<Writer> open() {
    return Optional.of(pages.open());
  }

  private static Optional<ColorChoice> color(Visit guest) {
    return Optional.of(guest.options().color())
        .filter(word -> !word.isEmpty())
        .map(word -> ColorChoice.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
