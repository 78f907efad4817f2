package photocat.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import photocat.http.HttpSettings;
import photocat.model.PhotocatException;

final class ResumingInputTest {
  private static final byte[] CONTENT = content(5_000_000);
  private static final RemoteSettings SETTINGS =
      new RemoteSettings(
          HttpSettings.DEFAULTS,
          Optional.empty(),
          "r",
          Duration.ofSeconds(1),
          4,
          Duration.ofMillis(1));

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  /** One scripted answer. */
  private interface Answer {
    RemoteObject.Part to(long offset) throws IOException;
  }

  @Test
  void goesOnWhereTheConnectionWasCut() throws IOException {
    answers.add(from -> part(from, 1_000, "v1", new IOException("reset")));
    answers.add(from -> part(from, 2_000_000, "v1", null));
    answers.add(from -> part(from, CONTENT.length, "v1", null));

    byte[] read = readAll();

    assertThat(read).isEqualTo(CONTENT);
    assertThat(asked).containsExactly("0 -", "1000 v1", "2001000 v1");
  }

  @Test
  void asksForNothingAfterACutAtTheVeryEnd() throws IOException {
    answers.add(from -> part(from, CONTENT.length, "v1", new IOException("reset")));

    assertThat(readAll()).isEqualTo(CONTENT);
    assertThat(asked).hasSize(1);
  }

  @Test
  void skipsWhatAServerWithoutRangesSendsAgain() throws IOException {
    answers.add(from -> part(from, 1_000, "v1", null));
    answers.add(from -> part(0, CONTENT.length, "v1", null));

    assertThat(readAll()).isEqualTo(CONTENT);
  }

  @Test
  void refusesAnObjectThatWasReplaced() {
    answers.add(from -> part(from, 1_000, "v1", null));
    answers.add(from -> part(from, CONTENT.length, "v2", null));

    assertThatThrownBy(this::readAll)
        .isInstanceOf(PhotocatException.class)
        .hasMessage("it was replaced while it was read");
  }

  @Test
  void refusesAnObjectOfAnotherSizeWhereTheServerNamesNoVersion() {
    answers.add(from -> part(from, 1_000, null, null));
    answers.add(
        from ->
            new RemoteObject.Part(
                new ByteArrayInputStream(CONTENT), 0, OptionalLong.of(9), Optional.empty()));

    assertThatThrownBy(this::readAll).hasMessage("it was replaced while it was read");
  }

  @Test
  void givesUpAfterTheLastRetry() {
    answers.add(from -> part(from, 1_000, "v1", null));
    for (int i = 0; i < 10; i++) {
      answers.add(
          from -> {
            throw new IOException("try " + asked.size());
          });
    }

    assertThatThrownBy(this::readAll).isInstanceOf(IOException.class).hasMessage("try 5");
  }

  @Test
  void givesUpSoonerWhenNothingEverCame() {
    for (int i = 0; i < 10; i++) {
      answers.add(
          from -> {
            throw new IOException("try " + asked.size());
          });
    }

    assertThatThrownBy(this::readAll).isInstanceOf(IOException.class).hasMessage("try 4");
  }

  @Test
  void drippingServersDoNotKeepItForever() {
    for (int i = 0; i < 100; i++) {
      answers.add(from -> part(from, 10, "v1", null));
    }

    assertThatThrownBy(this::readAll).hasMessage("the connection was closed early");
    assertThat(asked).hasSize(5);
  }

  @Test
  void progressRenewsThePatience() throws IOException {
    for (int i = 0; i < 3; i++) {
      answers.add(from -> part(from, 1_300_000, "v1", null));
      for (int k = 0; k < 3; k++) {
        answers.add(
            from -> {
              throw new IOException("down");
            });
      }
    }
    answers.add(from -> part(from, CONTENT.length, "v1", null));

    assertThat(readAll()).isEqualTo(CONTENT);
  }

  @Test
  void delaysGrowToHalfAMinute() {
    assertThat(RemoteSettings.DEFAULTS.delay(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(RemoteSettings.DEFAULTS.delay(4)).isEqualTo(Duration.ofSeconds(4));
    assertThat(RemoteSettings.DEFAULTS.delay(60)).isEqualTo(Duration.ofSeconds(30));
  }

  private byte[] readAll() throws IOException {
    RemoteObject object =
        (offset, version) -> {
          asked.add(offset + " " + version.orElse("-"));
          return answers.removeFirst().to(offset);
        };
    try (ResumingInput in = new ResumingInput(object, SETTINGS)) {
      return in.readAllBytes();
    }
  }

  private static RemoteObject.Part part(
      long from, int length, @Nullable String version, @Nullable IOException end) {
    int to = (int) Math.min(CONTENT.length, from + length);
    byte[] bytes = Arrays.copyOfRange(CONTENT, (int) from, to);
    InputStream ending =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] target, int offset, int wanted) throws IOException {
            int count = super.read(target, offset, wanted);
            if (count < 0 && end != null) {
              throw end;
            }
            return count;
          }
        };
    return new RemoteObject.Part(
        ending, from, OptionalLong.of(CONTENT.length), Optional.ofNullable(version));
  }

  private static byte[] content(int length) {
    byte[] bytes = new byte[length];
    new Random(4).nextBytes(bytes);
    return bytes;
  }
}
