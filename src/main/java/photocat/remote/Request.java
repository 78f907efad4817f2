package photocat.remote;

import java.net.ProtocolException;
import java.util.List;

/**
 * What a client wants done.
 *
 * @param what how to read the words
 * @param words the words of a command line, or one text
 * @param place put before the message of a failure, or empty
 * @param form how results are to be written
 * @param consent what to do about what cannot be undone
 */
public record Request(
    What what, List<String> words, String place, ResultForm form, Asking consent) {
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
    /** The file of a photo, as data: the words are those that were typed to open it. */
    PHOTO_FILE,
    /** How far the jobs are, as data, and which have ended since the last time, as narration. */
    JOBS,
    /** The names in the catalogue, for completion. */
    NAMES
  }

  /** What is done before something that cannot be undone. */
  public enum Asking {
    /** Nobody sits there: it is refused. */
    NOBODY,
    /** The request ends with a question, and comes again once that was answered. */
    FIRST,
    /** The person has agreed. */
    AGREED
  }

  /** The names in the catalogue. */
  public static Request names() {
    return new Request(What.NAMES, List.of(), "", ResultForm.NONE, Asking.NOBODY);
  }

  byte[] body() {
    Fields.Writer fields = new Fields.Writer().text(what.name()).texts(words).text(place);
    form.write(fields);
    return fields.text(consent.name()).body();
  }

  static Request read(byte[] body) throws ProtocolException {
    return Fields.Reader.read(
        body,
        fields ->
            new Request(
                What.valueOf(fields.text()),
                fields.texts(),
                fields.text(),
                ResultForm.read(fields),
                Asking.valueOf(fields.text())));
  }
}
