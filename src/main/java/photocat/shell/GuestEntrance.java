package photocat.shell;

import java.io.Writer;
import java.util.function.BiFunction;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.Setup;
import photocat.remote.Attendant;
import photocat.remote.Hello;
import photocat.remote.Visit;

/** Gives each guest an interpreter of its own, in the catalogue of this process. */
public final class GuestEntrance implements Attendant.Entrance {
  private final Context host;
  private final Hello self;
  private final BiFunction<Hello, Visit, Setup> setups;
  private final InputRules rules;

  /**
   * An entrance to the world of this process.
   *
   * @param self what guests are told of it
   * @param setups what the commands of a guest go by
   */
  public GuestEntrance(Context host, Hello self, BiFunction<Hello, Visit, Setup> setups) {
    this.host = host;
    this.self = self;
    this.setups = setups;
    this.rules = new InputRules(() -> CommandLines.describe(host));
  }

  @Override
  public Attendant attend(
      Hello guest, Visit visit, Writer data, Writer narration, Attendant.Pages pages) {
    GuestScreen screen = new GuestScreen(visit, data, narration, pages);
    return new GuestInterpreter(host, self, setups.apply(guest, visit), visit, screen, rules);
  }
}
