package photocat.shell;

import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Catalog;
import photocat.command.BatchInput;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RunSetup;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.remote.Caller;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.CatalogServer;
import photocat.remote.ClientEnvironment;
import photocat.remote.Handshake;
import photocat.remote.ServerBusyException;
import photocat.remote.SocketPlaces;
import photocat.shell.complete.CatalogNames;
import photocat.shell.complete.NameReader;

/** A process without catalogue beside one that holds it, both in this JVM, over a real socket. */
final class ClientWorld implements AutoCloseable {
  final World host;
  final Cancellation hurry = new Cancellation();
  final StringWriter data = new StringWriter();
  final StringWriter narration = new StringWriter();
  final StringWriter hostNotes = new StringWriter();
  final Cancellation cancellation = new Cancellation();
  final TextOutput output;
  final Context context;
  private final Path folder;
  private final Screen screen;
  boolean readOnly;
  boolean writeOwnTables;
  private CatalogServer server;

  ClientWorld(Path folder, Screen screen) {
    this(folder, screen, Optional.empty());
  }

  private ClientWorld(Path folder, Screen screen, Optional<Pager> pager) {
    this.folder = folder;
    this.screen = screen;
    this.host = new World(folder);
    this.server = receive();
    Streams streams = new Streams(data, narration);
    this.output =
        pager
            .map(pages -> TextOutput.atPrompt(streams, screen, new GlobalOptions(), pages))
            .orElseGet(() -> new TextOutput(streams, screen, new GlobalOptions()));
    this.context =
        new Context((use, without, createIn) -> open(), () -> output, setup(), cancellation);
  }

  /** The same with a person at a screen of 80 columns and 24 rows. */
  static ClientWorld atPrompt(Path folder, Pager pager) {
    Screen screen = new Screen(true, true, true, false, () -> 80, () -> 24);
    return new ClientWorld(folder, screen, Optional.of(pager));
  }

  SocketPlaces places() {
    return SocketPlaces.of(file(), Map.of());
  }

  Path file() {
    return folder.resolve("photos.duckdb");
  }

  Path socket() {
    return folder.resolve("photos.duckdb.sock");
  }

  /** Opens a way to the host by hand. */
  CatalogClient connect() {
    ClientEnvironment.Screen itsScreen =
        new ClientEnvironment.Screen(
            screen.isTerminal(), screen.narrationIsTerminal(), screen.unicode(), screen.color());
    ClientEnvironment environment =
        new ClientEnvironment(
            folder,
            folder,
            Map.of(),
            itsScreen,
            new ClientEnvironment.Options(List.of(), "", false, false, readOnly, writeOwnTables));
    try {
      return CatalogClient.open(
              file(), places(), new Caller("photocat client", environment, new Cancellation()))
          .orElseThrow();
    } catch (ServerBusyException e) {
      throw e.failure();
    }
  }

  ExitStatus runs(String... texts) {
    List<BatchInput> inputs = Arrays.stream(texts).<BatchInput>map(BatchInput.Text::new).toList();
    int exitCode =
        new ScriptRunner(context, output, InputStream.nullInputStream(), false).run(inputs);
    return ExitStatus.ofExitCode(exitCode);
  }

  /** Lets a person type, who has these programs. */
  Outcome prompt(RecordingConsole console, Programs programs) {
    Foreground foreground = new Foreground(programs, console);
    Audience audience =
        new Audience(
            Optional.of(foreground),
            Watch.Viewer.NOBODY,
            Optional.empty(),
            new Confirmation(console::ask),
            false);
    try (CatalogNames names = new CatalogNames(() -> NameReader.read(context), context.recipes());
        RoutingInterpreter interpreter =
            new RoutingInterpreter(context, rules(), output, audience)) {
      return new Shell(interpreter, console, output, names, foreground, () -> {})
          .run(Optional.empty(), "photos");
    }
  }

  InputRules rules() {
    return new InputRules(() -> CommandLines.describe(context));
  }

  /** The host stops to receive clients, as when it ends. */
  void hostLeaves() {
    server.close();
  }

  /** Another process, or the same, holds the catalogue from now on. */
  void hostComesBack() {
    server = receive();
  }

  @Override
  public void close() {
    server.close();
    host.close();
  }

  private CatalogServer receive() {
    Handshake self = Handshake.of("photocat host", Instant.EPOCH, SocketPlaces.identity(file()));
    CatalogServer open =
        CatalogServer.open(
            places(),
            self,
            new SessionFactory(
                host.context,
                self,
                (client, environment) ->
                    World.setup(folder, environment.options().writeOwnTables())),
            text -> hostNotes.write(text + "\n"),
            hurry);
    while (!Files.exists(socket())) {
      Thread.onSpinWait();
    }
    return open;
  }

  private RunSetup setup() {
    return new RunSetup(folder, InstantSource.system());
  }

  private Catalog open() {
    throw new CatalogHeldException(file(), connect());
  }
}
