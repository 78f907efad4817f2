package photocat.source.inatapi;

/** iNaturalist does not answer a question, since something in it is wrong; its words say what. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  RefusedException(String words) {
    super(words);
  }

  /** Returns its words, in one line. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
