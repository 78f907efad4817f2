package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;

final class WatchTest {
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void repeatsOnAPipeAsOftenAsItIsTold() {
    ExitStatus kind =
        world.runs("CREATE TABLE t (n INT);\n.watch 0.01 --times 3 SELECT count(*) AS n FROM t;");

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(world.data).hasToString("n\n0\nn\n0\nn\n0\n");
  }

  @Test
  void refusesToRepeatForEverWithoutAKeyboard() {
    assertThat(world.runs(".watch 1 SELECT 1")).isEqualTo(ExitStatus.USAGE);
    assertThat(world.narration.toString())
        .isEqualTo(
            """
            error: cannot watch without a keyboard: no key could end it
              hint: say how often, for example .watch 2 --times 10 @progress
            """);
    assertThat(world.data).hasToString("");
  }

  @Test
  void endsWithAKeyAndPutsTheFormerResultAway() {
    Keys keys = new Keys(false, false, true);

    ExitStatus kind = watched(".watch 5 @licenses", keys);

    assertThat(kind).isEqualTo(ExitStatus.DONE);
    assertThat(keys.seen).containsExactly("begin", "wait", "clear", "wait", "clear", "wait", "end");
  }

  @Test
  void endsWithAFailure() {
    Keys keys = new Keys();

    assertThat(watched("watch 5 SELECT nope", keys)).isEqualTo(ExitStatus.FAILED);
    assertThat(keys.seen).containsExactly("begin", "end");
  }

  @Test
  void saysWhatItExpects() {
    for (String wrong :
        List.of(".watch", ".watch SELECT 1", ".watch 2", ".watch 2 --times x status")) {
      world.narration.getBuffer().setLength(0);

      assertThat(world.runs(wrong)).as(wrong).isEqualTo(ExitStatus.USAGE);
      assertThat(world.narration.toString())
          .contains("expected .watch SECONDS [--times N] STATEMENT");
    }
    assertThat(world.runs(".watch 2 status &")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void readsItsWords() {
    Watch watch = Watch.parse(".watch 0.5 --times 7 @coverage taxon='x y'", world.rules());

    assertThat(watch.every()).isEqualTo(Duration.ofMillis(500));
    assertThat(watch.times()).isEqualTo(OptionalInt.of(7));
    assertThat(watch.statement().text()).isEqualTo("@coverage taxon='x y'");
    assertThat(Watch.parse("WATCH 2 SELECT 1;", world.rules()).times()).isEmpty();
  }

  private ExitStatus watched(String text, Keys keys) {
    try (Interpreter interpreter =
        new Interpreter(
            world.context,
            world.rules(),
            world.output,
            new Audience(Optional.empty(), keys, Optional.empty(), Consent.NOBODY, false),
            new Interpreter.Hooks() {})) {
      return interpreter.run(interpreter.split(text).statements().get(0), "", changed -> {}).kind();
    }
  }

  /** A person who presses a key, or not, each time that there is something new to see. */
  private static final class Keys implements Watch.Viewer {
    private final Deque<Boolean> presses = new ArrayDeque<>();
    private final Deque<String> seen = new ArrayDeque<>();

    Keys(Boolean... presses) {
      this.presses.addAll(List.of(presses));
    }

    @Override
    public boolean hasKeyboard() {
      return true;
    }

    @Override
    public void begin() {
      seen.add("begin");
    }

    @Override
    public void clear() {
      seen.add("clear");
    }

    @Override
    public boolean keyPressedWithin(Duration time, Cancellation cancellation) {
      seen.add("wait");
      return presses.remove();
    }

    @Override
    public void end() {
      seen.add("end");
    }
  }
}
