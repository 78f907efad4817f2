package photocat.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import photocat.fetch.FetchOutcome.NotStored;
import photocat.fetch.FetchOutcome.Stored;
import photocat.http.RetryAfter;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.store.StoreFullException;
import photocat.store.StoreName;

/**
 * One run's scheduler: takes photos from the source, looks whether they are there, sends them to
 * their hosts, and decides what follows from how an attempt ended. Everything here runs on the
 * thread that called {@link #run}; other threads only put letters into its mailbox.
 */
final class FetchRun {
  /** Photos taken from the source and not ended: bounds memory, lets hosts wait side by side. */
  private static final int LOOK_AHEAD = 4096;

  /** Photos being looked for in the store; few, so that writing does not wait behind them. */
  private static final int LOOKUPS = 64;

  /** Answers that trickle and count for no connection; they cost little but a socket. */
  private static final int MOST_LAGGARDS = 512;

  private static final int HOSTS_A_REPORT = 20;
  private static final Duration LAST_WORD = Duration.ofSeconds(10);
  private static final String INTERRUPTED = "interrupted";

  private final Engine engine;
  private final Iterator<FetchRequest> source;
  private final FetchListener listener;
  private final Cancellation cancellation;
  private final Mailbox mailbox = new Mailbox();
  private final Tally tally = new Tally();
  private final Adoption adoption;
  private final RetryPolicy retries;
  private final Hosts hosts;
  private final SpeedLimit speed = new SpeedLimit();
  private final EtagTrust trust = new EtagTrust();
  private final StoreSpace room;

  /** Photos that broke off, wait for another try, and have left something in the store. */
  private final Set<Task> begun = new HashSet<>();

  /** Photos on their way whose answers trickle; not counted in flight. */
  private final Set<Task> laggards = new HashSet<>();

  private @Nullable PhotocatException storeFailure;
  private int outstanding;
  private int lookups;
  private int inFlight;

  FetchRun(
      Engine engine,
      Iterator<FetchRequest> source,
      FetchListener listener,
      Cancellation cancellation) {
    this.engine = engine;
    this.source = source;
    this.listener = listener;
    this.cancellation = cancellation;
    this.adoption = new Adoption(engine.store());
    FetchSettings settings = engine.settings();
    this.retries =
        new RetryPolicy(
            settings.attempts(), settings.backoff(), settings.pause(), new SplittableRandom());
    this.hosts = new Hosts(engine, mailbox, listener, this::unreachable);
    this.room = new StoreSpace(engine.store(), listener);
  }

  FetchSummary run() {
    cancellation.onCancel(() -> mailbox.execute(() -> {}));
    reportLater(0);
    try {
      boolean more = true;
      while (!isStopping() && (more || outstanding > 0)) {
        boolean open = room.isOpen() && listener.mayStart();
        if (open) {
          more = takeMore();
          dispatch();
        }
        if (!open || outstanding > 0) {
          mailbox.work();
        }
        engine.bugs().check();
      }
      drain();
      listener.hosts(hosts.report());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PhotocatException.of(ExitStatus.INTERRUPTED, "the download was interrupted", e);
    }
    if (storeFailure != null) {
      throw storeFailure;
    }
    return tally.summary(cancellation.isCancelled());
  }

  private boolean isStopping() {
    return cancellation.isCancelled() || storeFailure != null;
  }

  /** Returns false when the source is exhausted. */
  private boolean takeMore() {
    while (lookups < LOOKUPS && outstanding < LOOK_AHEAD) {
      if (!source.hasNext()) {
        return false;
      }
      outstanding++;
      take(source.next());
    }
    return true;
  }

  private void take(FetchRequest request) {
    if (!request.names().stream().allMatch(StoreName::isSafe)) {
      end(request, notStored(Fault.BAD_NAME, Transfer.NONE));
      return;
    }
    try {
      Task task =
          new Task(request, Target.parse(request.url()), engine.disk().next(), engine.store());
      lookups++;
      task.worker().execute(() -> look(task));
    } catch (FaultException e) {
      end(request, notStored(e.fault(), Transfer.NONE));
    }
  }

  /** Disk worker. */
  private void look(Task task) {
    try {
      Adoption.Found found = adoption.look(task.request());
      mailbox.execute(() -> looked(task, found));
    } catch (IOException e) {
      mailbox.execute(
          () -> {
            lookups--;
            storeFailed(task, e, Transfer.NONE);
          });
    }
  }

  private void looked(Task task, Adoption.Found found) {
    lookups--;
    if (found.photo().isPresent()) {
      end(task, new Stored(FetchState.ADOPTED, found.photo().get(), Transfer.NONE));
    } else if (found.foreign().isPresent()) {
      listener.inTheWay(found.foreign().get());
      end(task, notStored(Fault.FOREIGN_FILE, Transfer.NONE));
    } else {
      hosts.add(task);
    }
  }

  /** Every few seconds; less often where there are many, so that reports stay few. */
  private void reportLater(int hostsBefore) {
    Duration wait = engine.settings().politeness().times().report();
    mailbox.executeAt(
        System.nanoTime() + wait.multipliedBy(1 + hostsBefore / HOSTS_A_REPORT).toNanos(),
        () -> {
          List<HostState> report = hosts.report();
          listener.hosts(report);
          reportLater(report.size());
        });
  }

  private void dispatch() {
    while (inFlight < engine.settings().connections()) {
      long now = System.nanoTime();
      long wait = speed.waitNanos(engine.settings().bytesPerSecond(), now);
      if (wait > 0) {
        mailbox.wakeAt(now + wait);
        return;
      }
      Task task = hosts.take();
      if (task == null) {
        return;
      }
      send(task);
    }
  }

  private void send(Task task) {
    inFlight++;
    task.expect(speed.started());
    if (task.start()) {
      listener.started(task.request());
    }
    Attempt attempt =
        new Attempt(
            task.attempts(),
            task.target(),
            hosts.address(task),
            task.arrival().resume(),
            () -> mailbox.execute(() -> lagging(task)),
            end -> mailbox.execute(() -> ended(task, end)));
    int connections = engine.settings().connections();
    PhotoSink sink = new PhotoSink(attempt, task.arrival(), trust, task.worker(), connections);
    engine.network().send(new Exchange(attempt, sink, engine.settings()));
  }

  /** The loop says so before it hands on the end of the attempt. */
  private void lagging(Task task) {
    if (laggards.size() < MOST_LAGGARDS && hosts.leaveBehind(task)) {
      laggards.add(task);
      inFlight--;
    }
  }

  private void pickUp(Task task) {
    if (laggards.remove(task)) {
      inFlight++;
      hosts.pickUp(task);
    }
  }

  private void ended(Task task, AttemptEnd end) {
    pickUp(task);
    inFlight--;
    speed.ended(task.expectedBytes(), end.transfer().receivedBytes());
    hosts.back(task, end.transfer());
    if (end instanceof AttemptEnd.Stored stored) {
      hosts.succeeded(task);
      end(task, new Stored(FetchState.DONE, stored.photo(), stored.transfer()));
    } else if (end instanceof AttemptEnd.Redirected redirected) {
      redirected(task, redirected);
    } else if (end instanceof AttemptEnd.Faulted faulted) {
      Optional<Duration> wish =
          faulted.retryAfter().flatMap(text -> RetryAfter.parse(text, Instant.now()));
      hosts.faulted(task, faulted.fault(), wish);
      if (task.host().refusals().isNews(faulted.fault())) {
        listener.refusing(task.host().name(), faulted.fault().reason(), Refusals.MANY);
      }
      faulted(task, faulted.fault(), faulted.transfer());
    } else if (end instanceof AttemptEnd.StoreFailed failed) {
      storeFailed(task, failed.cause(), failed.transfer());
    } else if (end instanceof AttemptEnd.Dropped dropped) {
      interrupted(task, dropped.transfer());
    }
  }

  private void redirected(Task task, AttemptEnd.Redirected answer) {
    hosts.succeeded(task);
    try {
      task.follow(answer.location());
      hosts.add(task);
    } catch (FaultException e) {
      end(task, notStored(task.faultOfTarget(e.fault()), answer.transfer()));
    }
  }

  private void unreachable(Task task, Fault found, Optional<Duration> retryIn) {
    Fault fault = task.faultOfTarget(found);
    Transfer transfer = Transfer.unanswered(task.attempts());
    end(task, new NotStored(fault.kind().end(), fault.reason(), transfer, retryIn));
  }

  private void faulted(Task task, Fault fault, Transfer transfer) {
    int made = task.failed(fault.kind());
    Optional<Duration> wait = retries.waitAfter(fault.kind(), made);
    FetchOutcome outcome = notStored(fault, transfer);
    if (wait.isEmpty() || isStopping() || !hosts.mayRetry(task, fault.kind())) {
      end(task, outcome);
      return;
    }
    if (task.arrival().isBegun()) {
      begun.add(task);
    }
    listener.retrying(task.request(), new NotStored(FetchState.RETRY, fault.reason(), transfer));
    mailbox.executeAt(System.nanoTime() + wait.get().toNanos(), () -> hosts.add(task));
  }

  /**
   * Room may come back; one name that cannot be written is one photo's misfortune; a store that
   * cannot is the run's.
   */
  private void storeFailed(Task task, IOException cause, Transfer transfer) {
    if (cause instanceof StoreFullException) {
      storeFull(task, transfer);
      return;
    }
    if (storeFailure != null) {
      interrupted(task, transfer);
      return;
    }
    try {
      engine.store().prepare();
      listener.unstored(task.request().names().get(0), FailureReason.of(cause));
      end(task, notStored(Fault.STORE_FAILED, transfer));
    } catch (PhotocatException e) {
      storeFailure = e;
      interrupted(task, transfer);
    }
  }

  private void storeFull(Task task, Transfer transfer) {
    if (isStopping()) {
      interrupted(task, transfer);
      return;
    }
    room.full();
    task.free();
    listener.retrying(
        task.request(), new NotStored(FetchState.RETRY, Fault.STORE_FULL.reason(), transfer));
    hosts.add(task);
  }

  private void interrupted(Task task, Transfer transfer) {
    end(task, new NotStored(FetchState.PENDING, INTERRUPTED, transfer));
  }

  private void end(Task task, FetchOutcome outcome) {
    discard(task);
    begun.remove(task);
    end(task.request(), outcome);
  }

  private static void discard(Task task) {
    if (task.arrival().isBegun()) {
      task.worker().execute(task.arrival()::discard);
    }
  }

  private void end(FetchRequest request, FetchOutcome outcome) {
    outstanding--;
    tally.add(outcome);
    listener.ended(request, outcome);
  }

  private static FetchOutcome notStored(Fault fault, Transfer transfer) {
    return new NotStored(fault.kind().end(), fault.reason(), transfer);
  }

  /** Lets photos in flight finish for a while, then drops them. */
  private void drain() throws InterruptedException {
    long now = System.nanoTime();
    workUntil(now + engine.settings().drainTimeout().toNanos());
    engine.network().dropAll();
    workUntil(now + engine.settings().drainTimeout().plus(LAST_WORD).toNanos());
    for (Task task : hosts.drain()) {
      if (task.isUnderWay()) {
        interrupted(task, Transfer.unanswered(task.attempts()));
      }
    }
    begun.forEach(FetchRun::discard);
  }

  private void workUntil(long deadline) throws InterruptedException {
    mailbox.executeAt(deadline, () -> {});
    while (inFlight + lookups > 0 && System.nanoTime() - deadline < 0) {
      mailbox.work();
    }
  }
}
