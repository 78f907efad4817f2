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
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.Setup;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.remote.Caller;
import photocat.remote.HeldElsewhere;
import photocat.remote.Hello;
import photocat.remote.HolderBusy;
import photocat.remote.HolderConnection;
import photocat.remote.Reception;
import photocat.remote.SocketPlaces;
import photocat.remote.Visit;

/** A process without catalogue beside one that holds it, both in this JVM, over a real socket. */
final class GuestWorld implements AutoCloseable {
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
  private Reception reception;

  GuestWorld(Path folder, Screen screen) {
    this(folder, screen, Optional.empty());
  }

  private GuestWorld(Path folder, Screen screen, Optional<Pager> pager) {
    this.folder = folder;
    this.screen = screen;
    this.host = new World(folder);
    this.reception = receive();
    Streams streams = new Streams(data, narration);
    this.output =
        pager
            .map(pages -> TextOutput.atPrompt(streams, screen, new GlobalOptions(), pages))
            .orElseGet(() -> new TextOutput(streams, screen, new GlobalOptions()));
    this.context =
        new Context((use, without, createIn) -> open(), () -> output, setup(), cancellation);
  }

  /** The same with a person at a screen of 80 columns and 24 rows. */
  static GuestWorld atPrompt(Path folder, Pager pager) {
    Screen screen = new Screen(true, true, true, false, () -> 80, () -> 24);
    return new GuestWorld(folder, screen, Optional.of(pager));
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
  HolderConnection connect() {
    Visit.VisitScreen itsScreen =
        new Visit.VisitScreen(
            screen.isTerminal(), screen.narrationIsTerminal(), screen.unicode(), screen.color());
    Visit visit =
        new Visit(
            folder,
            folder,
            Map.of(),
            itsScreen,
            new Visit.VisitOptions(List.of(), "", false, false, readOnly, writeOwnTables));
    try {
      return HolderConnection.open(
              file(), places(), new Caller("photocat guest", visit, new Cancellation()))
          .orElseThrow();
    } catch (HolderBusy e) {
      throw e.failure();
    }
  }

  Kind runs(String... texts) {
    List<BatchInput> inputs = Arrays.stream(texts).<BatchInput>map(BatchInput.Text::new).toList();
    int exitCode =
        new ScriptRunner(context, output, InputStream.nullInputStream(), false).run(inputs);
    return Kind.ofExitCode(exitCode);
  }

  /** Lets a person type, who has these programs. */
  Outcome prompt(RecordingConsole console, Programs programs) {
    Foreground foreground = new Foreground(programs, console);
    Manner manner =
        new Manner(
            Optional.of(foreground),
            Watch.Viewer.NOBODY,
            Optional.empty(),
            new Confirmation(console::ask),
            false);
    try (CatalogNames names = new CatalogNames(() -> NameReader.read(context), context.recipes());
        RoamingInterpreter interpreter = new RoamingInterpreter(context, rules(), output, manner)) {
      return new Shell(interpreter, console, output, names, foreground, () -> {})
          .run(Optional.empty(), "photos");
    }
  }

  InputRules rules() {
    return new InputRules(() -> CommandLines.describe(context));
  }

  /** The host stops to receive guests, as when it ends. */
  void hostLeaves() {
    reception.close();
  }

  /** Another process, or the same, holds the catalogue from now on. */
  void hostComesBack() {
    reception = receive();
  }

  @Override
  public void close() {
    reception.close();
    host.close();
  }

  private Reception receive() {
    Hello self = Hello.of("photocat host", Instant.EPOCH, SocketPlaces.identity(file()));
    Reception open =
        Reception.open(
            places(),
            self,
            new GuestEntrance(
                host.context,
                self,
                (guest, visit) -> World.setup(folder, visit.options().writeOwnTables())),
            text -> hostNotes.write(text + "\n"),
            hurry);
    while (!Files.exists(socket())) {
      Thread.onSpinWait();
    }
    return open;
  }

  private Setup setup() {
    return new Setup(folder, InstantSource.system());
  }

  private Catalog open() {
    throw new HeldElsewhere(file(), connect());
  }
}
