package photocat.source;

import java.io.IOException;
import java.io.InputStream;

/** Takes the tables of a bundle one after the other. */
interface TableSink {
  /** Reads {@code text}, the header line and the rows, to its end; does not close it. */
  void table(BundleTable table, InputStream text) throws IOException, InterruptedException;
}
