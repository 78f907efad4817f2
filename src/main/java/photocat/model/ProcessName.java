package photocat.model;

/** Processes as messages name them. */
public final class ProcessName {
  /** A command line may hold a whole script. */
  private static final int LONGEST_COMMAND = 100;

  private ProcessName() {}

  /** Returns {@code process 4242 (photocat status)}. */
  public static String of(long pid, String command) {
    return "process %d (%s)".formatted(pid, command);
  }

  /** Returns one line of at most 100 characters that tells the command. */
  public static String shortened(String command) {
    String whole = command.strip();
    String line = whole.lines().findFirst().orElse("");
    return line.length() == whole.length() && line.length() <= LONGEST_COMMAND
        ? line
        : line.substring(0, Math.min(line.length(), LONGEST_COMMAND - 1)) + "…";
  }
}
