package photocat.command;

import java.util.Map;

/** A command that cannot do what some global options ask for, and says so. */
public interface LimitedCommand {
  /** Returns why it cannot, in words that follow the command's name, by the option's name. */
  Map<String, String> limits();
}
