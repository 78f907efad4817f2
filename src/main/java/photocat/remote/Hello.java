package photocat.remote;

import java.net.ProtocolException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who one side is.
 *
 * @param version of the protocol; the fields after {@code pid} depend on it
 * @param pid number of the process
 * @param command its command line
 * @param since when it opened the catalogue, or started to look for it
 * @param catalog tells one catalogue from another, by whatever path it is reached
 */
public record Hello(long version, long pid, String command, Instant since, String catalog) {
  /** The version that this photocat speaks. */
  public static final long VERSION = 2;

  /** A command line may hold a whole script. */
  private static final int LONGEST_COMMAND = 100;

  /** This process, which has been called with {@code command}. */
  public static Hello of(String command, Instant since, String catalog) {
    return new Hello(VERSION, ProcessHandle.current().pid(), command, since, catalog);
  }

  /** Returns one line of at most 100 characters that tells the command. */
  public static String shortened(String command) {
    String whole = command.strip();
    String line = whole.lines().findFirst().orElse("");
    return line.length() == whole.length() && line.length() <= LONGEST_COMMAND
        ? line
        : line.substring(0, Math.min(line.length(), LONGEST_COMMAND - 1)) + "…";
  }

  /** Returns the process as messages name it. */
  public String process() {
    return process(pid, command);
  }

  /** Returns the process as messages name it, with the time since when it is there. */
  public String processAndSince() {
    return "%s since %s".formatted(process(), since.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Returns a process as messages name it. */
  public static String process(long pid, String command) {
    return "process %d (%s)".formatted(pid, command);
  }

  byte[] body() {
    return new Fields.Writer()
        .number(version)
        .number(pid)
        .text(command)
        .number(since.toEpochMilli())
        .text(catalog)
        .body();
  }

  static Hello read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields -> {
          long version = fields.number();
          long pid = fields.number();
          return version == VERSION
              ? new Hello(
                  version, pid, fields.text(), Instant.ofEpochMilli(fields.number()), fields.text())
              : new Hello(version, pid, "photocat", Instant.EPOCH, "");
        });
  }
}
