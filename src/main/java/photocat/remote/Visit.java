package photocat.remote;

import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a guest comes from: what its requests would find at home.
 *
 * @param folder where relative paths start, absolute
 * @param configFolder where the user's settings and recipes lie, absolute
 * @param environment the environment variables that photocat reads
 * @param settings what {@code --set} gave
 * @param screen where standard output goes
 * @param quiet whether narration is unwanted
 * @param debug whether errors show their trace
 */
public record Visit(
    Path folder,
    Path configFolder,
    Map<String, String> environment,
    List<String> settings,
    VisitScreen screen,
    boolean quiet,
    boolean debug) {

  /** Copies the collections. */
  public Visit {
    environment = Map.copyOf(environment);
    settings = List.copyOf(settings);
  }

  /**
   * The screen of a guest.
   *
   * @param isTerminal whether standard output is a terminal
   * @param narrationIsTerminal whether standard error is one
   * @param unicode whether it shows box-drawing characters
   */
  public record VisitScreen(boolean isTerminal, boolean narrationIsTerminal, boolean unicode) {}

  byte[] body() {
    return new Fields.Writer()
        .text(folder.toString())
        .text(configFolder.toString())
        .texts(environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
        .texts(settings)
        .truth(screen.isTerminal())
        .truth(screen.narrationIsTerminal())
        .truth(screen.unicode())
        .truth(quiet)
        .truth(debug)
        .body();
  }

  static Visit read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new Visit(
                Path.of(fields.text()),
                Path.of(fields.text()),
                environment(fields.texts()),
                fields.texts(),
                new VisitScreen(fields.truth(), fields.truth(), fields.truth()),
                fields.truth(),
                fields.truth()));
  }

  private static Map<String, String> environment(List<String> entries) {
    Map<String, String> environment = new HashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("no variable: " + entry);
      }
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return environment;
  }
}
