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
import photocat.catalog.RecipeBook;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.Setup;
import photocat.file.UserPaths;
import photocat.model.Consent;
import photocat.model.Waiting;
import photocat.remote.Caller;
import photocat.remote.HeldElsewhere;
import photocat.remote.Hello;
import photocat.remote.HolderBusy;
import photocat.remote.HolderConnection;
import photocat.remote.Reception;
import photocat.remote.SocketPlaces;
import photocat.remote.Visit;
import photocat.shell.GuestEntrance;
import photocat.shell.Screen;
import photocat.shell.picture.PictureProtocol;

/**
 * Opens the catalogue and from then on lets other processes work in it, or finds the process that
 * holds it already.
 */
final class CatalogDoor implements AutoCloseable {
  /** How often the file is tried while its holder lives, which takes more than to look for it. */
  private static final long TRIED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Surroundings around;
  private final GlobalOptions options;
  private final String command;
  private final Context host;
  private volatile @Nullable Reception reception;

  /**
   * A door that is still closed.
   *
   * @param command how this process was called
   * @param host the world that guests come into
   */
  CatalogDoor(Surroundings around, GlobalOptions options, String command, Context host) {
    this.around = around;
    this.options = options;
    this.command = command;
    this.host = host;
  }

  /**
   * Opens the catalogue {@code file}, which is made where there is none, for this process and its
   * guests.
   *
   * @param without the database without one that statements have run in until now
   * @param createIn asked before tables are made in a database of somebody else's
   * @throws HeldElsewhere when another photocat holds it and answers
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
    Hello self = Hello.of(command, Instant.now(), SocketPlaces.identity(file));
    reception =
        Reception.open(
            places,
            self,
            new GuestEntrance(host, self, CatalogDoor::setup),
            host.output()::note,
            host.cancellation());
    return catalog;
  }

  /**
   * Opens the catalogue {@code file} to change nothing in it.
   *
   * @throws HeldElsewhere when another photocat holds it and answers
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

  /** Looks for a holder that answers, tries the file, and waits where both are of no avail. */
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

  /** Waits for the guests' work; the catalogue must still be open. */
  @Override
  public void close() {
    Reception open = reception;
    if (open != null) {
      open.close();
    }
  }

  private void lookElsewhere(Path file, SocketPlaces places, Waiting waiting) {
    Caller caller = new Caller(command, visit(), host.cancellation());
    if (places.isAnyThere()) {
      waiting.begin();
    }
    while (true) {
      waiting.check();
      try {
        Optional<HolderConnection> holder = HolderConnection.open(file, places, caller);
        if (holder.isPresent()) {
          throw new HeldElsewhere(file, holder.get());
        }
        return;
      } catch (HolderBusy busy) {
        if (!waiting.goesOn(busy.process())) {
          throw busy.failure();
        }
      }
    }
  }

  private Visit visit() {
    Screen screen = around.standard().screen();
    Map<String, String> environment = new HashMap<>(around.environment());
    environment
        .keySet()
        .removeIf(
            name ->
                !name.startsWith("PHOTOCAT_")
                    && !name.equals("HOME")
                    && !PictureProtocol.VARIABLES.contains(name));
    return new Visit(
        around.folder(),
        around.configFolder(),
        environment,
        new Visit.VisitScreen(
            screen.isTerminal(), screen.narrationIsTerminal(), screen.unicode(), screen.color()),
        new Visit.VisitOptions(
            options.settings(),
            options.color().map(color -> color.name().toLowerCase(Locale.ROOT)).orElse(""),
            options.isQuiet(),
            options.isDebug(),
            options.isReadOnly(),
            options.mayWriteOwnTables()));
  }

  /** What a guest's commands go by: its folder, its recipes, its settings. */
  private static Setup setup(Hello hello, Visit guest) {
    Supplier<Settings> settings =
        () ->
            Settings.read(
                Settings.file(guest.configFolder()),
                guest.environment(),
                guest.options().settings());
    return new Setup(
        new UserPaths(guest.folder(), Surroundings.home(guest.environment())),
        InstantSource.system(),
        RecipeBook.load(
            List.of(
                guest.folder().resolve(Setup.RECIPES), guest.configFolder().resolve("recipes"))),
        () -> settings.get().user(),
        hello.process(),
        Optional::empty,
        guest.options()::writeOwnTables,
        guest.options()::readOnly);
  }
}
