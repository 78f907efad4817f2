package photocat.job;

/** Shows a person how far a job has come. Thread-safe. */
public interface Progress {
  /** Shows nothing. */
  Progress NONE = (what, unit, total) -> (done, detail) -> {};

  /** What is counted. */
  enum Unit {
    BYTES,
    ROWS,
    PHOTOS,
    FILES
  }

  /**
   * Begins a step, which the caller closes.
   *
   * @param what verb and thing, for example {@code "reading photos.csv"}
   * @param total how much there is to do in all, or -1 where nobody knows
   */
  Step start(String what, Unit unit, long total);

  /** One step under way. */
  interface Step extends AutoCloseable {
    /**
     * Says how far the step has come; cheap enough to call often, since it is drawn a few times a
     * second only.
     *
     * @param done how much is done in all, in the step's unit
     * @param detail a few words more, for example {@code "3 failed"}; may be empty
     */
    void at(long done, String detail);

    /**
     * Says in numbers what else came of it so far.
     *
     * @param bytes bytes moved in all, where that is not the step's unit
     * @param failures items that failed
     */
    default void tally(long bytes, long failures) {}

    @Override
    default void close() {}
  }
}
