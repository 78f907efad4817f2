package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import photocat.catalog.StatementProgress;
import photocat.command.GlobalOptions;
import photocat.command.line.CommandLines;
import photocat.job.Progress;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class TextOutputTest {
  private final StringWriter data = new StringWriter();
  private final StringWriter narration = new StringWriter();
  private final Streams streams = new Streams(data, narration);
  private final TextOutput output = new TextOutput(streams, Screen.NONE, new GlobalOptions());

  @Test
  void writesDataAndNarrationApart() {
    output.line("a path");
    output.note("a note");
    output.warn("a warning");

    assertThat(data).hasToString("a path\n");
    assertThat(narration).hasToString("a note\nwarning: a warning\n");
  }

  @Test
  void keepsEscapesOffTheTerminalInEveryWord() {
    output.line("\u001b[2J");
    output.note("\u001b[2J");
    output.warn("\u001b[2J");
    output.failure(PhotocatException.of(ExitStatus.FAILED, "x\u001b[2J").withHint("\u001b[2J"));

    assertThat(data.toString() + narration).doesNotContain("\u001b");
  }

  @Test
  void reportsAFailureWithItsNextStep() {
    output.at("x.sql:3: ").failure(PhotocatException.of(ExitStatus.FAILED, "no").withHint("do it"));

    assertThat(narration).hasToString("error: x.sql:3: no\n  hint: do it\n");
  }

  @Test
  void reportsABugWithAWayToReportIt() {
    output.failure(new IllegalStateException("oops"));

    assertThat(narration.toString())
        .startsWith("error: this is a bug in photocat: java.lang.IllegalStateException: oops\n")
        .contains("--debug")
        .doesNotContain("\tat ");
    assertThat(CommandLines.exitCode(new IllegalStateException())).isEqualTo(70);
  }

  @Test
  void drawsProgressOnOneLineThatOtherWordsWipe() {
    AtomicLong nanos = new AtomicLong();
    Progress progress = new ProgressLine(streams, () -> 60, nanos::get);

    try (Progress.Step step = progress.start("reading a.csv", Progress.Unit.BYTES, 4_000_000)) {
      step.at(1, List.of());
      nanos.set(2_000_000_000L);
      step.at(1_000_000, List.of("3 bad rows"));
      step.at(1_000_001, List.of("not drawn again so soon"));
      streams.narrate("a note");
    }

    String drawn = "a.csv  1.0 MB/4.0 MB  500 KB/s  6.0 s left  3 bad rows";
    assertThat(narration.toString())
        .startsWith("\r" + drawn)
        .endsWith("\r" + " ".repeat(drawn.length()) + "\ra note\n");
  }

  @Test
  void tellsHowFarAQueryHasCome() {
    AtomicLong nanos = new AtomicLong();
    AtomicReference<Optional<StatementProgress>> progress = new AtomicReference<>(Optional.empty());
    Screen screen = new Screen(true, true, true, () -> 80);
    QueryWatch watch = new QueryWatch(progress::get, streams, screen, nanos::get);

    nanos.set(1_500_000_000L);
    watch.draw();
    progress.set(Optional.of(new StatementProgress(100, 12_100_000, 40_000_000)));
    watch.draw();
    watch.close();
    watch.draw();

    String second = "1.5 s  99 %  12,100,000 of 40,000,000 rows  Ctrl-C stops it";
    assertThat(narration.toString())
        .startsWith("\r1.5 s  Ctrl-C stops it\r\r" + second)
        .endsWith("\r" + " ".repeat(second.length()) + "\r");
  }

  @Test
  void showsNoProgressAmongRows() {
    streams.hold();
    streams.progress("1 s");
    assertThat(narration).hasToString("");
    streams.flush();
    streams.progress("2 s");

    assertThat(narration).hasToString("\r2 s\r");
  }

  @Test
  void showsNoProgressOnAPipe() {
    assertThat(output.progress()).isSameAs(Progress.NONE);
  }
}
