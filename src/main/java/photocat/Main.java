package photocat;

/** Starts photocat. */
public final class Main {
  private Main() {}

  /** Runs one command line, or opens the shell. */
  public static void main(String[] arguments) {
    System.exit(0);
  }
}
