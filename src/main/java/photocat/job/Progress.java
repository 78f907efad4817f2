package photocat.job;

import java.util.List;

/** Shows a person how far a job has come. Thread-safe. */
public interface Progress {
  /** Shows nothing. */
  Progress NONE = (what, unit, total) -> (done, details) -> {};

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
     * @param details what else there is to say, the most important first, for example {@code "3
     *     failed"}; the last are not seen where there is no room for all
     */
    void at(long done, List<String> details);

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
