package photocat.job.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the contract of the sources needs of one of them: files to take in, and the command lines
 * that do so. Each names the same snapshot, so that one takes the place of the other.
 */
public interface SourceFixture {
  /** Those of all sources: a new one is a class and its line here. */
  List<SourceFixture> ALL =
      List.of(new InatFixture(), new DwcaFixture(), new UrlsFixture(), new InatApiFixture());

  /** Returns the name of the source, as in the table {@code sources}. */
  String source();

  /** Writes a few good rows into {@code folder} and returns the words that take them in. */
  List<String> small(Path folder) throws IOException;

  /**
   * The same with rows of every kind that cannot be loaded between the good ones of {@link #small}.
   */
  List<String> spoiled(Path folder) throws IOException;

  /** Returns the rejects of {@link #spoiled} in order: {@code file|line|start of the reason}. */
  List<String> rejects();

  /** The same with {@code rows} others, or fewer where what comes is in the file at once. */
  List<String> large(Path folder, int rows) throws IOException;

  /** Tells whether the words of {@link #large} may name an address in the place of a file. */
  boolean takesAddresses();

  /** Tells whether its rows lie on the disk before they are loaded. */
  boolean cutsPieces();
}
