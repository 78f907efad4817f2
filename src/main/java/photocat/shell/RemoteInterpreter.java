package photocat.shell;

import java.util.List;
import java.util.function.LongConsumer;
import photocat.command.OutputMode;
import photocat.model.Kind;
import photocat.remote.Ending;
import photocat.remote.HolderConnection;
import photocat.remote.HolderGone;
import photocat.remote.Request;
import photocat.sql.Statement;

/** Has the process that holds the catalogue run statements, over one connection. */
final class RemoteInterpreter implements AutoCloseable {
  private final HolderConnection holder;
  private final TextOutput output;
  private boolean used;

  RemoteInterpreter(HolderConnection holder, TextOutput output) {
    this.holder = holder;
    this.output = output;
  }

  Outcome run(Statement statement, String place, LongConsumer changes) throws HolderGone {
    Ending ending =
        holder.run(
            request(Request.What.STATEMENT, List.of(statement.text()), place, output),
            output.passOn());
    used = true;
    if (ending.changed() >= 0) {
      changes.accept(ending.changed());
    }
    return new Outcome(Kind.ofExitCode(ending.exitCode()), ending.leaving());
  }

  static Request request(Request.What what, List<String> words, String place, TextOutput output) {
    String mode = output.askedMode().map(OutputMode::word).orElse("");
    return new Request(what, words, place, output.columns(), mode);
  }

  /** Tells whether statements may have left something behind in the holder. */
  boolean isUsed() {
    return used;
  }

  HolderConnection holder() {
    return holder;
  }

  void stop() {
    holder.cancel();
  }

  @Override
  public void close() {
    holder.close();
  }
}
