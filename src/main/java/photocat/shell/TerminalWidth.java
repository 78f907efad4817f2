package photocat.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The width of the terminal without JLine: asks {@code stty} once, when first needed. */
public final class TerminalWidth implements IntSupplier {
  private static final int USUAL_COLUMNS = 80;
  private static final long PATIENCE_MILLIS = 500;
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");

  private int columns;

  @Override
  public synchronized int getAsInt() {
    if (columns == 0) {
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
