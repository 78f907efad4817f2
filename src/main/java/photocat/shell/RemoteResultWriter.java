package photocat.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.remote.CatalogClient;
import photocat.shell.render.Lines;

/**
 * Writes what the server of the catalogue says, which it has drawn for this screen. Closing it ends
 * what the server could not end.
 */
class RemoteResultWriter implements CatalogClient.Listener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RemoteResultWriter.class);

  private final Streams streams;
  private final Display display;
  private final Optional<Pager> pager;
  private @Nullable Writer pages;

  /** Writes to {@code streams} and shows in {@code pager} what does not fit there. */
  RemoteResultWriter(Streams streams, Display display, Optional<Pager> pager) {
    this.streams = streams;
    this.display = display;
    this.pager = pager;
  }

  @Override
  public void data(String text) {
    Optional<ResultFile> file = display.file();
    try {
      if (file.isPresent()) {
        file.get().writer().write(text);
        return;
      }
      streams.beginResult();
      streams.data().write(text);
    } catch (IOException e) {
      throw Lines.failure(e);
    }
    streams.flush();
  }

  @Override
  public boolean page(String text) {
    if (pages == null) {
      streams.beginResult();
      pages = pager.flatMap(Pager::open).orElse(null);
    }
    Writer opened = pages;
    if (opened == null) {
      data(text);
      return true;
    }
    try {
      opened.write(text);
      opened.flush();
      return true;
    } catch (IOException e) {
      // The person has left it, and so seen enough.
      return false;
    }
  }

  /** Waits until the person has seen enough; whoever left the pager early has. */
  @Override
  public void lastPage() {
    Writer opened = pages;
    pages = null;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        log.debug("the pager was left", e);
      }
    }
  }

  @Override
  public void narration(String text) {
    streams.narrateAsIs(text);
  }

  @Override
  public void close() {
    lastPage();
    display.file().ifPresent(ResultFile::flush);
    streams.endResult();
  }
}
