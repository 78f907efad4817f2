package photocat.source;

import java.nio.file.Path;

/** What a reader made for whoever loads it: it is deleted with the next call for one. */
public interface WorkFile {
  /** Returns where it lies. */
  Path file();
}
