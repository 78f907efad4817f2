package photocat.shell;

import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import photocat.command.ColorChoice;
import photocat.command.GlobalOptions;
import photocat.command.OutputMode;
import photocat.remote.ClientEnvironment;
import photocat.remote.RequestHandler;
import photocat.remote.ResultForm;

/** The screen of a client, as this process draws for it. */
final class ClientScreen implements Pager {
  private final Writer data;
  private final RequestHandler.Pages pages;
  private final TextOutput output;
  private volatile ResultForm form = new ResultForm(0, 0, "", false, false, false);

  /**
   * The screen of {@code client}.
   *
   * @param data takes what is for its standard output
   * @param narration takes what is for its standard error
   * @param pages shows what does not fit
   */
  ClientScreen(
      ClientEnvironment client, Writer data, Writer narration, RequestHandler.Pages pages) {
    this.data = data;
    this.pages = pages;
    Screen screen =
        new Screen(
            client.screen().isTerminal(),
            client.screen().narrationIsTerminal(),
            client.screen().unicode(),
            client.screen().color(),
            () -> form.columns(),
            () -> form.rows());
    GlobalOptions options =
        GlobalOptions.of(client.options().quiet(), client.options().debug(), color(client))
            .spreadsheetSafe(client.options().settings().contains(GlobalOptions.SPREADSHEET_SAFE));
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

  private static Optional<ColorChoice> color(ClientEnvironment client) {
    return Optional.of(client.options().color())
        .filter(word -> !word.isEmpty())
        .map(word -> ColorChoice.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
