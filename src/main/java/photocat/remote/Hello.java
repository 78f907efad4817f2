package photocat.remote;

import java.net.ProtocolException;
import java.time.Instant;

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
  public static final long VERSION = 1;

  /** A command line may hold a whole script. */
  private static final int LONGEST_COMMAND = 100;

  /** This process, since now, with what it was called with. */
  public static Hello of(String command, Instant since, String catalog) {
    String line = command.lines().findFirst().orElse("").strip();
    boolean isWhole = line.length() <= LONGEST_COMMAND && line.equals(command.strip());
    String shown =
        isWhole ? line : line.substring(0, Math.min(line.length(), LONGEST_COMMAND)) + "…";
    return new Hello(VERSION, ProcessHandle.current().pid(), shown, since, catalog);
  }

  /** Returns the process as messages name it. */
  public String process() {
    return command.isEmpty() ? "process " + pid : "process %d (%s)".formatted(pid, command);
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
              : new Hello(version, pid, "", Instant.EPOCH, "");
        });
  }
}
