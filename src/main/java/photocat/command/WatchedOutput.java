package photocat.command;

import java.util.List;
import photocat.job.Job;
import photocat.job.Progress;
import photocat.model.RowSink;

/** The output of a command in the foreground, whose job hears what it says and how far it is. */
final class WatchedOutput implements Output {
  private final Output output;
  private final Job job;

  WatchedOutput(Output output, Job job) {
    this.output = output;
    this.job = job;
  }

  @Override
  public RowSink rows() {
    return output.rows();
  }

  @Override
  public RowSink rows(OutputMode suited) {
    return output.rows(suited);
  }

  @Override
  public void line(String text) {
    output.line(text);
  }

  @Override
  public boolean isSpreadsheetSafe() {
    return output.isSpreadsheetSafe();
  }

  @Override
  public int columns() {
    return output.columns();
  }

  @Override
  public void note(String text) {
    job.note(text);
    output.note(text);
  }

  @Override
  public void warn(String text) {
    job.note("warning: " + text);
    output.warn(text);
  }

  @Override
  public void failure(Throwable failure) {
    output.failure(failure);
  }

  @Override
  public Progress progress() {
    Progress shown = output.progress();
    return (what, unit, total) ->
        new BothSteps(job.progress().start(what, unit, total), shown.start(what, unit, total));
  }

  private record BothSteps(Progress.Step kept, Progress.Step shown) implements Progress.Step {
    @Override
    public void at(long done, List<String> details) {
      kept.at(done, details);
      shown.at(done, details);
    }

    @Override
    public void tally(long bytes, long failures) {
      kept.tally(bytes, failures);
      shown.tally(bytes, failures);
    }

    @Override
    public void close() {
      kept.close();
      shown.close();
    }
  }
}
