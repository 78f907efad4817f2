package photocat.remote;

import java.net.ProtocolException;

/**
 * How a request ended.
 *
 * @param exitCode as a process says it
 * @param leaving whether the guest is to leave, as after {@code .quit}
 * @param changed rows that a statement changed; -1 where it gave rows, or was none
 * @param transaction the name of the state that the guest's transaction is in now
 * @param question what the person is to agree to before it is run; empty where it was run
 */
public record Ending(
    int exitCode, boolean leaving, long changed, String transaction, String question) {
  byte[] body() {
    return new Fields.Writer()
        .number(exitCode)
        .truth(leaving)
        .number(changed)
        .text(transaction)
        .text(question)
        .body();
  }

  static Ending read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new Ending(
                (int) fields.number(),
                fields.truth(),
                fields.number(),
                fields.text(),
                fields.text()));
  }
}
