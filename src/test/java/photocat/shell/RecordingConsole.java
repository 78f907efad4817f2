package photocat.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who types what the test says, then leaves. */
final class RecordingConsole implements Console {
  Runnable pressed = () -> {};
  private final Deque<String> texts;

  RecordingConsole(String... texts) {
    this.texts = new ArrayDeque<>(List.of(texts));
  }

  @Override
  public Optional<String> read(String prompt) {
    return Optional.ofNullable(texts.poll());
  }

  @Override
  public void onInterrupt(Runnable newPressed) {
    pressed = newPressed;
  }

  @Override
  public void close() {}
}
