package photocat.command;

import photocat.job.Job;
import photocat.job.Progress;
import photocat.model.RowSink;

/** Where the words of a command in the background go: nowhere but into its job. */
final class JobOutput implements Output {
  private final Job job;
  private final boolean spreadsheetSafe;

  JobOutput(Job job, boolean spreadsheetSafe) {
    this.job = job;
    this.spreadsheetSafe = spreadsheetSafe;
  }

  @Override
  public boolean isSpreadsheetSafe() {
    return spreadsheetSafe;
  }

  @Override
  public RowSink rows() {
    return job.rows();
  }

  @Override
  public RowSink rows(OutputMode suited) {
    return job.rows();
  }

  @Override
  public void line(String text) {
    job.note(text);
  }

  @Override
  public void note(String text) {
    job.note(text);
  }

  @Override
  public void warn(String text) {
    job.note("warning: " + text);
  }

  @Override
  public void failure(Throwable failure) {
    job.note("error: " + failure.getMessage());
  }

  @Override
  public Progress progress() {
    return job.progress();
  }
}
