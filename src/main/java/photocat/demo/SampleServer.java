package photocat.demo;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import photocat.command.Output;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Serves the photos of the sample until it is told to stop, for those who try the steps alone. */
public final class SampleServer {
  private final Output output;

  /** A server that says on {@code output} where it is. */
  public SampleServer(Output output) {
    this.output = output;
  }

  /**
   * Serves until {@code cancellation} is cancelled.
   *
   * @param port where to listen, on this machine only; 0 for any that is free
   * @throws PhotocatException when the port is taken, or no program here can ask the server
   */
  public void run(int port, Cancellation cancellation) {
    CountDownLatch stopped = new CountDownLatch(1);
    cancellation.onCancel(stopped::countDown);
    try (PhotoServer server =
        PhotoServer.open(
            SamplePhoto.all(), Demo.GONE_PHOTO, Demo.SHAKY_PHOTO, port, (name, photo) -> {})) {
      server
          .fault()
          .ifPresent(
              fault -> {
                throw PhotocatException.of(ExitStatus.FAILED, "cannot serve photos: " + fault)
                    .withHint(PhotoServer.REMEDY);
              });
      output.line("serving the sample's photos at " + server.baseUrl());
      output.note("Ctrl-C stops it");
      stopped.await();
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot serve photos at port %d: %s".formatted(port, e.getMessage()),
              e)
          .withHint("choose another port, or 0 for any that is free");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
