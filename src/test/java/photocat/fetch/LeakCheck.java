package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a class in which Netty found a buffer that nobody released. */
final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
  private final Logger detector = Logger.getLogger("io.netty.util.ResourceLeakDetector");
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            leaks.add(record.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Override
  public void beforeAll(ExtensionContext context) {
    detector.addHandler(listener);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    // A leak is seen when a buffer is allocated after the garbage collector has found the lost one.
    System.gc();
    for (int i = 0; i < 100; i++) {
      ByteBufAllocator.DEFAULT.buffer().release();
    }
    detector.removeHandler(listener);
    assertThat(leaks).isEmpty();
  }
}
