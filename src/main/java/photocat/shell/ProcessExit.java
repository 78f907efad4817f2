package photocat.shell;

/** The ways in which the shell ends its process, other than by returning. */
public interface ProcessExit {
  /** Ends it although a statement could not be stopped. */
  void atOnce();

  /** Ends it with {@code exitCode} when the work in hand has been put away. */
  void orderly(int exitCode);
}
