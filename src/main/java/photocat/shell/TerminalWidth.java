package photocat.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Signals;

/**
 * The width of the terminal without a prompt: asks {@code stty} when first needed, and again after
 * the terminal has changed its size.
 */
public final class TerminalWidth implements IntSupplier {
  private static final int USUAL_COLUMNS = 80;
  private static final long PATIENCE_MILLIS = 500;
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");

  private final AtomicBoolean isKnown = new AtomicBoolean();
  private boolean isWatched;
  private int columns;

  @Override
  public synchronized int getAsInt() {
    if (!isWatched) {
      Signals.register("WINCH", () -> isKnown.set(false));
      isWatched = true;
    }
    if (!isKnown.getAndSet(true)) {
      columns = measured();
    }
    return columns;
  }

  private static int measured() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        byte[] answer = stty.getInputStream().readAllBytes();
        Matcher size = SIZE.matcher(new String(answer, StandardCharsets.US_ASCII));
        return size.matches() ? Integer.parseInt(size.group(1)) : USUAL_COLUMNS;
      }
      stty.destroy();
    } catch (IOException e) {
      // No stty, no terminal: the usual width will do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return USUAL_COLUMNS;
  }
}
