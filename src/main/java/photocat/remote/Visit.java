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
 * @param screen where standard output goes
 * @param options what its command line asked for
 */
public record Visit(
    Path folder,
    Path configFolder,
    Map<String, String> environment,
    VisitScreen screen,
    VisitOptions options) {

  /** Copies the variables. */
  public Visit {
    environment = Map.copyOf(environment);
  }

  /**
   * The screen of a guest.
   *
   * @param isTerminal whether standard output is a terminal
   * @param narrationIsTerminal whether standard error is one
   * @param unicode whether it shows box-drawing characters
   * @param color whether terminals there understand colours, and the person wants them
   */
  public record VisitScreen(
      boolean isTerminal, boolean narrationIsTerminal, boolean unicode, boolean color) {
    void write(Fields.Writer fields) {
      fields.truth(isTerminal).truth(narrationIsTerminal).truth(unicode).truth(color);
    }

    static VisitScreen read(Fields.Reader fields) {
      return new VisitScreen(fields.truth(), fields.truth(), fields.truth(), fields.truth());
    }
  }

  /**
   * The options that a guest was started with.
   *
   * @param settings what {@code --set} gave
   * @param color what {@code --color} gave, or empty
   * @param quiet whether narration is unwanted
   * @param debug whether errors show their trace
   * @param readOnly whether nothing may be changed
   * @param writeOwnTables whether SQL may change what photocat keeps
   */
  public record VisitOptions(
      List<String> settings,
      String color,
      boolean quiet,
      boolean debug,
      boolean readOnly,
      boolean writeOwnTables) {
    /** Copies the settings. */
    public VisitOptions {
      settings = List.copyOf(settings);
    }

    void write(Fields.Writer fields) {
      fields.texts(settings).text(color).truth(quiet).truth(debug);
      fields.truth(readOnly).truth(writeOwnTables);
    }

    static VisitOptions read(Fields.Reader fields) {
      return new VisitOptions(
          fields.texts(),
          fields.text(),
          fields.truth(),
          fields.truth(),
          fields.truth(),
          fields.truth());
    }
  }

  byte[] body() {
    Fields.Writer fields =
        new Fields.Writer()
            .text(folder.toString())
            .text(configFolder.toString())
            .texts(
                environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    screen.write(fields);
    options.write(fields);
    return fields.body();
  }

  static Visit read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new Visit(
                Path.of(fields.text()),
                Path.of(fields.text()),
                environment(fields.texts()),
                VisitScreen.read(fields),
                VisitOptions.read(fields)));
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
