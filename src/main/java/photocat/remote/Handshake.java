package photocat.remote;

import java.net.ProtocolException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import photocat.model.ProcessName;

/**
 * Who one side is.
 *
 * @param version of the protocol; the fields after {@code pid} depend on it
 * @param pid number of the process
 * @param command its command line
 * @param since when it opened the catalogue, or started to look for it
 * @param catalog tells one catalogue from another, by whatever path it is reached
 */
public record Handshake(long version, long pid, String command, Instant since, String catalog) {
  /** The version that this photocat speaks. */
  public static final long VERSION = 3;

  /** This process, which has been called with {@code command}. */
  public static Handshake of(String command, Instant since, String catalog) {
    return new Handshake(VERSION, ProcessHandle.current().pid(), command, since, catalog);
  }

  /** Returns the process as messages name it. */
  public String process() {
    return ProcessName.of(pid, command);
  }

  /** Returns the process as messages name it, with the time since when it is there. */
  public String processAndSince() {
    return "%s since %s".formatted(process(), since.truncatedTo(ChronoUnit.SECONDS));
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

  static Handshake read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields -> {
          long version = fields.number();
          long pid = fields.number();
          return version == VERSION
              ? new Handshake(
                  version, pid, fields.text(), Instant.ofEpochMilli(fields.number()), fields.text())
              : new Handshake(version, pid, "photocat", Instant.EPOCH, "");
        });
  }
}
