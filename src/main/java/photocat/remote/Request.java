package photocat.remote;

import java.net.ProtocolException;
import java.util.List;

/**
 * What a guest wants done.
 *
 * @param what how to read the words
 * @param words the words of a command line, or one text
 * @param place put before the message of a failure, or empty
 * @param columns width of the guest's terminal now
 * @param mode how results are to be written; empty where nothing was asked for
 */
public record Request(What what, List<String> words, String place, int columns, String mode) {
  /** Copies the words. */
  public Request {
    words = List.copyOf(words);
  }

  /** The kinds of request. */
  public enum What {
    /** A statement, command or recipe of a script or prompt; what it leaves behind stays. */
    STATEMENT,
    /** A command line as the system's shell gave it. */
    COMMAND_LINE,
    /** The names in the catalogue, for completion. */
    NAMES
  }

  /** The names in the catalogue. */
  public static Request names() {
    return new Request(What.NAMES, List.of(), "", 0, "");
  }

  byte[] body() {
    return new Fields.Writer()
        .text(what.name())
        .texts(words)
        .text(place)
        .number(columns)
        .text(mode)
        .body();
  }

  static Request read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new Request(
                What.valueOf(fields.text()),
                fields.texts(),
                fields.text(),
                Math.toIntExact(Math.max(0, Math.min(100_000, fields.number()))),
                fields.text()));
  }
}
