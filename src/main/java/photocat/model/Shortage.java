package photocat.model;

import java.util.Optional;

/**
 * What the JVM throws where one piece of work asks too much of it, or needs a part of photocat that
 * cannot be loaded. It ends that work with one line, not the process, which may be doing other work
 * too, for others.
 */
public final class Shortage {
  private Shortage() {}

  /** Returns the failure to tell instead of {@code error}, as a bug where it is none of these. */
  public static PhotocatException told(Error error) {
    if (error instanceof OutOfMemoryError) {
      return ofMemory(error);
    }
    if (error instanceof StackOverflowError) {
      return PhotocatException.of(ExitStatus.FAILED, "this is nested too deep", error)
          .withHint("write it in several statements");
    }
    Optional<PhotocatException> unloaded =
        error instanceof LinkageError linkage ? LoadFailure.of(linkage) : Optional.empty();
    return unloaded.orElseGet(() -> ofBug(error));
  }

  private static PhotocatException ofBug(Error error) {
    return PhotocatException.of(ExitStatus.BUG, "this is a bug in photocat: " + error, error)
        .withHint("run it again with --debug and report what it prints");
  }

  /** Returns the failure of work that found no memory, as {@code cause} says. */
  public static PhotocatException ofMemory(Throwable cause) {
    return PhotocatException.of(
            ExitStatus.FAILED,
            "this takes more memory than the %s that photocat may use"
                .formatted(Amounts.bytes(Runtime.getRuntime().maxMemory())),
            cause)
        .withHint("do it in parts, or set PHOTOCAT_JAVA_OPTIONS=-Xmx2g");
  }
}
