package photocat.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends a photo after a moment, in which others may be asked for, and counts how many are. */
final class SlowAnswer implements PhotoServer.Answer {
  private final byte[] photo;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private volatile CountDownLatch crowd = new CountDownLatch(0);

  SlowAnswer(byte[] photo) {
    this.photo = photo;
  }

  /** Keeps the first answers back until {@code photos} are asked for at a time, 10 s at most. */
  void waitFor(int photos) {
    crowd = new CountDownLatch(photos);
  }

  /** Returns how many were asked for at a time, at most. */
  int peak() {
    return peak.get();
  }

  @Override
  public boolean send(OutputStream out, PhotoServer.Stage stage)
      throws IOException, InterruptedException {
    peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    crowd.countDown();
    try {
      if (!crowd.await(10, TimeUnit.SECONDS)) {
        return false;
      }
      if (stage.closing().await(20, TimeUnit.MILLISECONDS)) {
        return false;
      }
    } finally {
      inFlight.decrementAndGet();
    }
    return PhotoServer.ok(photo).send(out, stage);
  }
}
