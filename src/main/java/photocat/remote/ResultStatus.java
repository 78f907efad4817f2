package photocat.remote;

import java.net.ProtocolException;

/**
 * How a request ended.
 *
 * @param exitCode as a process says it
 * @param leaving whether the client is to leave, as after {@code .quit}
 * @param changed rows that a statement changed; -1 where it gave rows, or was none
 * @param transaction the name of the state that the client's transaction is in now
 * @param question what the person is to agree to before it is run; empty where it was run
 */
public record ResultStatus(
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

  static ResultStatus read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new ResultStatus(
                (int) fields.number(),
                fields.truth(),
                fields.number(),
                fields.text(),
                fields.text()));
  }
}
