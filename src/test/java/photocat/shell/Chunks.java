package photocat.shell;

import java.util.function.Consumer;
import photocat.remote.CatalogClient;

/** Hands on the data of a request piece by piece. */
record Chunks(Consumer<String> pieces) implements CatalogClient.Listener {
  @Override
  public void data(String text) {
    pieces.accept(text);
  }

  @Override
  public void narration(String text) {}
}
