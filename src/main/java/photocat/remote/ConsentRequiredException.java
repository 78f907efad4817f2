package photocat.remote;

/**
 * A request of a client's cannot go on before the person there has agreed. Nothing has been done
 * yet; whoever catches this ends the request with the question.
 */
public final class ConsentRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String question;

  /** The person is to agree to {@code question}. */
  public ConsentRequiredException(String question) {
    super(question);
    this.question = question;
  }

  /** Returns what the person is to agree to. */
  public String question() {
    return question;
  }
}
