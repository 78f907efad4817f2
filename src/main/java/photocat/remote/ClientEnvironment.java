package photocat.remote;

import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a client comes from: what its requests would find at home.
 *
 * @param folder where relative paths start, absolute
 * @param configFolder where the user's settings and recipes lie, absolute
 * @param environment the environment variables that photocat reads
 * @param screen where standard output goes
 * @param options what its command line asked for
 */
public record ClientEnvironment(
    Path folder,
    Path configFolder,
    Map<String, String> environment,
    Screen screen,
    Options options) {

  /** Copies the variables. */
  public ClientEnvironment {
    environment = Map.copyOf(environment);
  }

  /**
   * The screen of a client.
   *
   * @param isTerminal whether standard output is a terminal
   * @param narrationIsTerminal whether standard error is one
   * @param unicode whether it shows box-drawing characters
   * @param color whether terminals there understand colours, and the person wants them
   */
  public record Screen(
      boolean isTerminal, boolean narrationIsTerminal, boolean unicode, boolean color) {
    void write(Fields.Writer fields) {
      fields.truth(isTerminal).truth(narrationIsTerminal).truth(unicode).truth(color);
    }

    static Screen read(Fields.Reader fields) {
      return new Screen(fields.truth(), fields.truth(), fields.truth(), fields.truth());
    }
  }

  /**
   * The options that a client was started with.
   *
   * @param settings what {@code --set} gave
   * @param color what {@code --color} gave, or empty
   * @param quiet whether narration is unwanted
   * @param debug whether errors show their trace
   * @param readOnly whether nothing may be changed
   * @param writeOwnTables whether SQL may change what photocat keeps
   */
  public record Options(
      List<String> settings,
      String color,
      boolean quiet,
      boolean debug,
      boolean readOnly,
      boolean writeOwnTables) {
    /** Copies the settings. */
    public Options {
      settings = List.copyOf(settings);
    }

    void write(Fields.Writer fields) {
      fields.texts(settings).text(color).truth(quiet).truth(debug);
      fields.truth(readOnly).truth(writeOwnTables);
    }

    static Options read(Fields.Reader fields) {
      return new Options(
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

  static ClientEnvironment read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new ClientEnvironment(
                Path.of(fields.text()),
                Path.of(fields.text()),
                environment(fields.texts()),
                Screen.read(fields),
                Options.read(fields)));
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
