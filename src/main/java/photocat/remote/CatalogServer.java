package photocat.remote;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;

/**
 * Where the process that holds a catalogue takes the requests of others: a socket that only its
 * user can reach, on threads that keep nothing alive. Without a socket the work here goes on.
 */
public final class CatalogServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CatalogServer.class);

  /** Of the mode of a file. */
  private static final int TYPE_OF_FILE = 0170000;

  private static final int SOCKET = 0140000;

  private static final int MOST_CLIENTS = 32;
  private static final long LOOKED_AFTER_MILLIS = 500;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Handshake self;
  private final SocketPlaces places;
  private final RequestHandler.Factory factory;
  private final Consumer<String> note;
  private final Map<ServerSession, Thread> clients = new LinkedHashMap<>();
  private final Set<ServerSession> working = new LinkedHashSet<>();
  private @Nullable ServerSocketChannel door;
  private SocketPlaces.@Nullable Place place;
  private @Nullable Object socketKey;
  private boolean hurried;
  private boolean closed;

  private CatalogServer(
      Handshake self, SocketPlaces places, RequestHandler.Factory factory, Consumer<String> note) {
    this.self = self;
    this.places = places;
    this.factory = factory;
    this.note = note;
  }

  /**
   * Opens in the background. This process must hold the catalogue until this is closed.
   *
   * @param self this process
   * @param note tells the user why closing takes long
   * @param hurry ends the work for clients when this process is to stop
   */
  public static CatalogServer open(
      SocketPlaces places,
      Handshake self,
      RequestHandler.Factory factory,
      Consumer<String> note,
      Cancellation hurry) {
    CatalogServer server = new CatalogServer(self, places, factory, note);
    start("server", server::listen);
    hurry.onCancel(server::hurry);
    return server;
  }

  /**
   * Waits for the work that is under way for clients, unless asked to hurry; clients that ask for
   * nothing do not count. After that nobody is let in, and the socket is gone.
   */
  @Override
  public void close() {
    Map<ServerSession, Thread> left;
    synchronized (this) {
      awaitWork();
      closed = true;
      shut();
      left = Map.copyOf(clients);
    }
    left.keySet().forEach(ServerSession::leave);
    join(left.values());
  }

  /** Asks whether a request may still be run; {@link #end} must follow if so. */
  synchronized boolean begin(ServerSession client) {
    return !closed && working.add(client);
  }

  synchronized void end(ServerSession client) {
    working.remove(client);
    notifyAll();
  }

  synchronized void forget(ServerSession client) {
    clients.remove(client);
  }

  private synchronized void hurry() {
    hurried = true;
    notifyAll();
  }

  private void awaitWork() {
    if (working.isEmpty() || hurried) {
      return;
    }
    working.stream()
        .map(
            client ->
                "waiting for what %s is doing here; Ctrl-C stops it".formatted(client.process()))
        .forEach(note);
    try {
      while (!working.isEmpty() && !hurried) {
        wait(LOOKED_AFTER_MILLIS);
        // Who does not read, such as a pager, must not keep this process.
        working.stream().filter(ServerSession::isStuck).forEach(ServerSession::leave);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try {
      ServerSocketChannel open = bound();
      while (open != null) {
        admitNext(open);
      }
    } catch (ClosedChannelException e) {
      log.debug("the server is closed");
    } catch (IOException | RuntimeException e) {
      log.warn("other processes cannot ask this one", e);
    }
  }

  private @Nullable ServerSocketChannel bound() throws IOException {
    // Loading what this needs takes the time; closing shall not have to wait for it.
    ServerSocketChannel open = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    for (SocketPlaces.Place where : places.all()) {
      // Whoever leaves takes an empty folder away, perhaps the one that was just found there.
      if (isBound(open, where) || (where.hasOwnFolder() && isBound(open, where))) {
        return open;
      }
    }
    open.close();
    return null;
  }

  private synchronized boolean isBound(ServerSocketChannel open, SocketPlaces.Place where) {
    if (closed) {
      return false;
    }
    Path socket = where.socket();
    try {
      where.prepare();
      // Between bind and listen a socket is there that refuses everybody: nobody may see that.
      Path unready = where.unready();
      refuseUnlessStale(socket);
      refuseUnlessStale(unready);
      Files.deleteIfExists(unready);
      open.bind(UnixDomainSocketAddress.of(unready));
      Files.setPosixFilePermissions(unready, PosixFilePermissions.fromString("rw-------"));
      Files.move(unready, socket, StandardCopyOption.ATOMIC_MOVE);
      door = open;
      place = where;
      socketKey = key(socket);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      log.info("cannot listen at {}: {}", socket, e.toString());
      where.leave();
      return false;
    }
  }

  /** Whoever holds the catalogue owns the socket: one that is there was left by a kill. */
  private static void refuseUnlessStale(Path place) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isSocket(place)) {
      throw new IOException("something else is at " + place);
    }
  }

  private static boolean isSocket(Path place) throws IOException {
    Object mode = Files.getAttribute(place, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return mode instanceof Integer bits && (bits & TYPE_OF_FILE) == SOCKET;
  }

  /** One client that cannot be let in, or a lack of descriptors, must not keep out the next. */
  private void admitNext(ServerSocketChannel open) throws IOException {
    try {
      admit(open.accept());
    } catch (ClosedChannelException e) {
      if (!open.isOpen()) {
        throw e;
      }
    } catch (IOException | OutOfMemoryError e) {
      // The JVM calls it a lack of memory, too, where the system gives no more threads.
      log.warn("cannot let a client in", e);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void admit(SocketChannel channel) throws IOException {
    ServerSession client = new ServerSession(new Wire(channel), self, this, factory);
    if (!Owner.isSame(channel)) {
      log.warn("another user knocked");
      client.leave();
    } else if (!hasRoomFor(client)) {
      start("refusal", () -> refuse(client));
    }
  }

  private synchronized boolean hasRoomFor(ServerSession client) {
    if (closed || clients.size() >= MOST_CLIENTS) {
      return false;
    }
    clients.put(client, start("session", client));
    return true;
  }

  private synchronized String reasonToRefuse() {
    return closed ? "it is ending" : "it serves %d others already".formatted(MOST_CLIENTS);
  }

  private void refuse(ServerSession client) {
    try {
      client.refuse(reasonToRefuse());
    } catch (IOException e) {
      log.debug("refused, and gone already", e);
    }
  }

  /** Takes away the socket, unless another has come in its place. */
  private void shut() {
    SocketPlaces.Place where = place;
    try {
      if (door != null) {
        door.close();
      }
      if (where != null && Objects.equals(key(where.socket()), socketKey)) {
        Files.delete(where.socket());
        where.leave();
      }
    } catch (IOException e) {
      log.info("cannot remove {}: {}", where, e.toString());
    }
  }

  private static @Nullable Object key(Path place) throws IOException {
    return Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Collection<Thread> threads) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
