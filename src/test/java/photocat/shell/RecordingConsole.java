package photocat.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import photocat.shell.complete.Completion;

/** A person who types what the test says, then leaves. */
class RecordingConsole implements Console {
  Runnable pressed = () -> {};
  final List<String> questions = new ArrayList<>();
  Runnable beforeSecond = () -> {};
  final List<String> prompts = new ArrayList<>();
  private final Deque<String> texts;
  private int read;

  RecordingConsole(String... texts) {
    this.texts = new ArrayDeque<>(List.of(texts));
  }

  @Override
  public Optional<String> read(String prompt, String draft) {
    prompts.add(prompt + draft);
    if (++read == 2) {
      beforeSecond.run();
    }
    return Optional.ofNullable(texts.poll());
  }

  @Override
  public Optional<String> ask(String question) {
    questions.add(question);
    return Optional.ofNullable(texts.poll());
  }

  /** The text {@code ^C} gives up. */
  @Override
  public Optional<String> askValue(String question, Function<String, Completion> values) {
    questions.add(question);
    return Optional.ofNullable(texts.poll()).filter(text -> !text.equals("^C"));
  }

  @Override
  public Optional<Integer> hangup() {
    return Optional.empty();
  }

  @Override
  public boolean hasStatusBar() {
    return true;
  }

  @Override
  public void status(List<String> lines) {}

  @Override
  public void announce(String text) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void onInterrupt(Runnable newPressed) {
    pressed = newPressed;
  }

  @Override
  public void close() {}
}
