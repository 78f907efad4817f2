package photocat.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.ProcessName;

/**
 * The process that holds a catalogue, as DuckDB and the system tell it.
 *
 * @param pid its number; that of a process on another machine or in another container is none
 * @param program the file that it runs, empty where that is not known
 */
public record FileHolder(long pid, String program) {
  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in (?:(.+?) \\()?PID (-?\\d{1,18})");

  private static final Pattern OURS = Pattern.compile("photocat\\.Main|(?:.*/)?photocat\\.jar");

  static Optional<FileHolder> in(SQLException failure) {
    Matcher holder = HOLDER.matcher(SqlFailure.text(failure));
    if (!holder.find()) {
      return Optional.empty();
    }
    String program = holder.group(1) == null ? "" : holder.group(1);
    return Optional.of(new FileHolder(Long.parseLong(holder.group(2)), program));
  }

  /** Returns its command line as the user typed it, if it is a photocat on this machine. */
  public Optional<String> photocat() {
    return photocat(words());
  }

  private static Optional<String> photocat(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (OURS.matcher(words.get(i)).matches()) {
        String typed = String.join(" ", words.subList(i + 1, words.size()));
        return Optional.of(ProcessName.shortened("photocat " + typed));
      }
    }
    return Optional.empty();
  }

  /** Tells whether it is another program, which no wait would make answer. */
  public boolean isAnotherProgram() {
    // Asked for twice, it could be gone in between.
    List<String> words = words();
    return !words.isEmpty() && photocat(words).isEmpty();
  }

  /** Tells whether it still runs, as far as can be seen from here. */
  public boolean isAlive() {
    return program.isEmpty() || ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Tells whether it has been stopped, as by Ctrl-Z, and will not answer until it goes on. */
  boolean isStopped() {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return status.substring(status.lastIndexOf(')') + 1).strip().startsWith("T");
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns it as messages name it, with the time since when it runs. */
  public String process() {
    if (program.isEmpty()) {
      return "a process on another machine or in another container";
    }
    Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
    String owner =
        info.flatMap(ProcessHandle.Info::user)
            .filter(user -> !user.equals(System.getProperty("user.name")))
            .map(user -> " of user " + user)
            .orElse("");
    String since =
        info.flatMap(ProcessHandle.Info::startInstant)
            .map(start -> " since " + start.truncatedTo(ChronoUnit.SECONDS))
            .orElse("");
    return ProcessName.of(pid, photocat().orElse(program)) + owner + since;
  }

  /** The JDK gives up on a command line of more than a page. */
  private List<String> words() {
    try {
      byte[] whole = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return whole.length == 0
          ? List.of()
          : List.of(new String(whole, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException e) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().arguments())
          .map(Arrays::asList)
          .orElse(List.of());
    }
  }
}
