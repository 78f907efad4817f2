package photocat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.FileHolder;
import photocat.catalog.recipe.RecipeBook;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RunSetup;
import photocat.file.UserPaths;
import photocat.model.Consent;
import photocat.model.Waiting;
import photocat.remote.Caller;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.CatalogServer;
import photocat.remote.ClientEnvironment;
import photocat.remote.Handshake;
import photocat.remote.ServerBusyException;
import photocat.remote.SocketPlaces;
import photocat.shell.Screen;
import photocat.shell.SessionFactory;
import photocat.shell.picture.PictureProtocol;
import photocat.source.gbif.GbifLogin;

/**
 * Opens the catalogue and from then on lets other processes work in it, or finds the process that
 * holds it already.
 */
final class CatalogAccess implements AutoCloseable {
  /** How often the file is tried while its holder lives, which takes more than to look for it. */
  private static final long TRIED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ProcessEnvironment around;
  private final GlobalOptions options;
  private final String command;
  private final Context host;
  private volatile @Nullable CatalogServer server;

  /**
   * A door that is still closed.
   *
   * @param command how this process was called
   * @param host the world that clients come into
   */
  CatalogAccess(ProcessEnvironment around, GlobalOptions options, String command, Context host) {
    this.around = around;
    this.options = options;
    this.command = command;
    this.host = host;
  }

  /**
   * Opens the catalogue {@code file}, which is made where there is none, for this process and its
   * clients.
   *
   * @param without the database without one that statements have run in until now
   * @param createIn asked before tables are made in a database of somebody else's
   * @throws CatalogHeldException when another photocat holds it and answers
   */
  Catalog open(Path file, CatalogSettings settings, Optional<Catalog> without, Consent createIn) {
    SocketPlaces places = SocketPlaces.of(file, around.environment());
    Catalog catalog =
        opened(
            file,
            settings,
            places,
            again ->
                without
                    .map(database -> database.made(again, createIn))
                    .orElseGet(() -> Catalog.open(file, settings, again, createIn)));
    if (catalog.isNew()) {
      host.output().note("made the catalogue " + file);
    }
    catalog
        .mended()
        .ifPresent(what -> host.output().warn("catalogue %s: %s".formatted(file, what)));
    Handshake self = Handshake.of(command, Instant.now(), SocketPlaces.identity(file));
    server =
        CatalogServer.open(
            places,
            self,
            new SessionFactory(host, self, CatalogAccess::setup),
            host.output()::note,
            host.cancellation());
    return catalog;
  }

  /**
   * Opens the catalogue {@code file} to change nothing in it.
   *
   * @throws CatalogHeldException when another photocat holds it and answers
   */
  Catalog openReadOnly(Path file, CatalogSettings settings, Optional<Catalog> without) {
    return opened(
        file,
        settings,
        SocketPlaces.of(file, around.environment()),
        again ->
            without
                .map(database -> database.openedReadOnly(again))
                .orElseGet(() -> Catalog.openReadOnly(file, settings, again)));
  }

  /** Looks for a server that answers, tries the file, and waits where both are of no avail. */
  private Catalog opened(
      Path file,
      CatalogSettings settings,
      SocketPlaces places,
      Function<Predicate<FileHolder>, Catalog> opening) {
    try (Waiting waiting =
        new Waiting(
            "the catalogue", settings.patience(), host.output()::note, host.cancellation())) {
      Runnable lookElsewhere = () -> lookElsewhere(file, places, waiting);
      Set<Long> strangers = new HashSet<>();
      lookElsewhere.run();
      return opening.apply(holder -> isOver(holder, strangers, lookElsewhere, waiting));
    }
  }

  /**
   * Tells whether the file may be free; not so where waiting is of no use, or is over.
   *
   * @param strangers those that seemed to be other programs: a process that is ending shows only
   *     part of its command line
   */
  private static boolean isOver(
      FileHolder holder, Set<Long> strangers, Runnable lookElsewhere, Waiting waiting) {
    long begun = System.nanoTime();
    if (holder.isAnotherProgram()) {
      lookElsewhere.run();
      return strangers.add(holder.pid()) && waiting.goesOn();
    }
    String process = holder.process();
    while (holder.isAlive() && System.nanoTime() - begun < TRIED_EVERY_NANOS) {
      lookElsewhere.run();
      if (!waiting.goesOn(process)) {
        return false;
      }
    }
    return true;
  }

  /** Waits for the clients' work; the catalogue must still be open. */
  @Override
  public void close() {
    CatalogServer open = server;
    if (open != null) {
      open.close();
    }
  }

  private void lookElsewhere(Path file, SocketPlaces places, Waiting waiting) {
    Caller caller = new Caller(command, environment(), host.cancellation());
    if (places.isAnyThere()) {
      waiting.begin();
    }
    while (true) {
      waiting.check();
      try {
        Optional<CatalogClient> server = CatalogClient.open(file, places, caller);
        if (server.isPresent()) {
          throw new CatalogHeldException(file, server.get());
        }
        return;
      } catch (ServerBusyException busy) {
        if (!waiting.goesOn(busy.process())) {
          throw busy.failure();
        }
      }
    }
  }

  private ClientEnvironment environment() {
    Screen screen = around.standard().screen();
    Map<String, String> environment = new HashMap<>(around.environment());
    environment
        .keySet()
        .removeIf(
            name ->
                !name.startsWith("PHOTOCAT_")
                    && !name.equals("HOME")
                    && !GbifLogin.VARIABLES.contains(name)
                    && !PictureProtocol.VARIABLES.contains(name));
    return new ClientEnvironment(
        around.folder(),
        around.configFolder(),
        environment,
        new ClientEnvironment.Screen(
            screen.isTerminal(), screen.narrationIsTerminal(), screen.unicode(), screen.color()),
        new ClientEnvironment.Options(
            options.settings(),
            options.color().map(color -> color.name().toLowerCase(Locale.ROOT)).orElse(""),
            options.isQuiet(),
            options.isDebug(),
            options.isReadOnly(),
            options.mayWriteOwnTables()));
  }

  /** What a client's commands go by: its folder, its recipes, its settings. */
  private static RunSetup setup(Handshake hello, ClientEnvironment client) {
    Supplier<Settings> settings =
        () ->
            Settings.read(
                Settings.file(client.configFolder()),
                client.environment(),
                client.options().settings());
    return new RunSetup(
        new UserPaths(client.folder(), ProcessEnvironment.home(client.environment())),
        InstantSource.system(),
        RecipeBook.load(
            List.of(
                client.folder().resolve(RunSetup.RECIPES),
                client.configFolder().resolve("recipes"))),
        () -> settings.get().user(),
        hello.process(),
        Optional::empty,
        client.options()::writeOwnTables,
        client.options()::readOnly);
  }
}
