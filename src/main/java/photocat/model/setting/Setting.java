package photocat.model.setting;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something that users can set: its key, its usual value, what it means and takes, the option of
 * commands that stands for it, and whether it may change while a job runs. Stated once; settings
 * file, environment, {@code --set}, options, help, documentation and jobs go by it. Immutable.
 *
 * @param <T> what its values are
 */
public final class Setting<T> {
  private final String key;
  private final T usual;
  private final ValueForm<T> form;
  private final String meaning;
  private final List<Rule<T>> rules;
  private final Optional<Flag> flag;
  private final boolean live;

  /** What a value must be, in words and as a test. */
  private record Rule<T>(String words, Predicate<T> holds) {}

  private Setting(
      String key,
      T usual,
      ValueForm<T> form,
      String meaning,
      List<Rule<T>> rules,
      Optional<Flag> flag,
      boolean live) {
    this.key = key;
    this.usual = usual;
    this.form = form;
    this.meaning = meaning;
    this.rules = List.copyOf(rules);
    this.flag = flag;
    this.live = live;
  }

  /** A setting whose values are written in {@code form}. */
  public static <T> Setting<T> of(String key, T usual, ValueForm<T> form, String meaning) {
    return new Setting<>(key, usual, form, meaning, List.of(), Optional.empty(), false);
  }

  /** A whole number. */
  public static Setting<Integer> count(String key, int usual, String meaning) {
    return of(key, usual, ValueForm.COUNT, meaning);
  }

  /** A number of bytes. */
  public static Setting<Long> bytes(String key, long usual, String meaning) {
    return of(key, usual, ValueForm.BYTES, meaning);
  }

  /** Bytes a second, 0 for as many as there are. */
  public static Setting<Long> speed(String key, long usual, String meaning) {
    return of(key, usual, ValueForm.SPEED, meaning);
  }

  /** A time span. */
  public static Setting<Duration> duration(String key, Duration usual, String meaning) {
    return of(key, usual, ValueForm.DURATION, meaning);
  }

  /** A time span above zero. */
  public static Setting<Duration> positive(String key, Duration usual, String meaning) {
    return duration(key, usual, meaning)
        .must("above zero", span -> !span.isZero() && !span.isNegative());
  }

  /** Yes or no. */
  public static Setting<Boolean> truth(String key, boolean usual, String meaning) {
    return of(key, usual, ValueForm.TRUTH, meaning).must(ValueForm.TRUTH.rule(), any -> true);
  }

  /** A text. */
  public static Setting<String> text(String key, String usual, String meaning) {
    return of(key, usual, ValueForm.TEXT, meaning);
  }

  /**
   * Returns the same with one more rule: values must be {@code words}, which {@code holds} tests.
   */
  public Setting<T> must(String words, Predicate<T> holds) {
    List<Rule<T>> more = new ArrayList<>(rules);
    more.add(new Rule<>(words, holds));
    return new Setting<>(key, usual, form, meaning, more, flag, live);
  }

  /** Returns the same with an option; {@code label} is empty for one that is only given or not. */
  public Setting<T> flag(String label, String... names) {
    Optional<Flag> option = Optional.of(new Flag(label, List.of(names)));
    return new Setting<>(key, usual, form, meaning, rules, option, live);
  }

  /** Returns the same, but it may change while a job runs. */
  public Setting<T> whileRunning() {
    return new Setting<>(key, usual, form, meaning, rules, flag, true);
  }

  /** Returns the key that users write, for example {@code fetch.attempts}. */
  public String key() {
    return key;
  }

  /** Returns the value that holds unless a user says otherwise. */
  public T usual() {
    return usual;
  }

  /** Returns what it means, without what it takes. */
  public String purpose() {
    return meaning;
  }

  /** Returns one line: what it means, then what it takes. */
  public String meaning() {
    String takes = rules.stream().map(Rule::words).collect(Collectors.joining(", "));
    return takes.isEmpty() ? meaning : meaning + "; " + takes;
  }

  /** Returns the option of commands that stands for it, if one does. */
  public Optional<Flag> flag() {
    return flag;
  }

  /** Tells whether it may change while a job runs. */
  public boolean changesWhileRunning() {
    return live;
  }

  /**
   * Reads a value.
   *
   * @throws BadValue when {@code text} is none, or breaks a rule
   */
  public T parse(String text) {
    T value;
    try {
      value = form.parse().apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      BadValue bad = new BadValue(key, text, form.rule());
      bad.initCause(e);
      throw bad;
    }
    return required(value);
  }

  /**
   * Returns {@code value} if it may be set.
   *
   * @throws BadValue when it breaks a rule
   */
  public T required(T value) {
    for (Rule<T> rule : rules) {
      if (!rule.holds().test(value)) {
        throw new BadValue(key, form.show().apply(value), rule.words());
      }
    }
    return value;
  }

  /** Returns {@code value} as {@link #parse} reads it. */
  public String show(T value) {
    return form.show().apply(value);
  }

  T cast(Object value) {
    return form.type().cast(value);
  }
}
