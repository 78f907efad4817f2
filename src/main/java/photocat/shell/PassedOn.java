package photocat.shell;

import java.io.IOException;
import java.util.Optional;
import photocat.remote.HolderConnection;
import photocat.shell.render.Lines;

/** Writes what the holder of the catalogue says, which it has drawn for this screen. */
final class PassedOn implements HolderConnection.Listener {
  private final Streams streams;
  private final Display display;

  PassedOn(Streams streams, Display display) {
    this.streams = streams;
    this.display = display;
  }

  @Override
  public void data(String text) {
    Optional<ResultFile> file = display.file();
    try {
      if (file.isPresent()) {
        file.get().writer().write(text);
        return;
      }
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
