package photocat.shell;

import java.io.IOException;
import photocat.remote.HolderConnection;
import photocat.shell.render.Lines;

/** Writes what the holder of the catalogue says, which it has drawn for this screen. */
final class PassedOn implements HolderConnection.Listener {
  private final Streams streams;

  PassedOn(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void data(String text) {
    try {
      streams.data().write(text);
    } catch (IOException e) {
      throw Lines.failure(e);
    }
    streams.flush();
  }

  @Override
  public void narration(String text) {
    streams.narrateAsIs(text);
  }
}
