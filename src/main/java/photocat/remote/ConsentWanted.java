package photocat.remote;

/**
 * A request of a guest's cannot go on before the person there has agreed. Nothing has been done
 * yet; whoever catches this ends the request with the question.
 */
public final class ConsentWanted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String question;

  /** The person is to agree to {@code question}. */
  public ConsentWanted(String question) {
    super(question);
    this.question = question;
  }

  /** Returns what the person is to agree to. */
  public String question() {
    return question;
  }
}
