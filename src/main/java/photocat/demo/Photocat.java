package photocat.demo;

import java.util.List;

/** The program as the demo uses it. */
public interface Photocat {
  /** Returns the words that start it, as they are typed in the user's current folder. */
  List<String> typed();

  /** Runs a command line on the demo's catalogue, shows what it says, returns its exit code. */
  int run(List<String> words);
}
