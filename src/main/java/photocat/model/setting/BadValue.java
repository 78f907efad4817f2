package photocat.model.setting;

/** A value that breaks a rule of its setting. The message names the setting by its key. */
public final class BadValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String found;
  private final String rule;

  /**
   * A value that cannot be set.
   *
   * @param key of the setting
   * @param found the value as text
   * @param rule what follows "must be"
   */
  BadValue(String key, String found, String rule) {
    super(sentence(key, found, rule));
    this.found = found;
    this.rule = rule;
  }

  /** Returns the message where the setting goes by {@code name}, as that of an option. */
  public String under(String name) {
    return sentence(name, found, rule);
  }

  private static String sentence(String name, String found, String rule) {
    return "%s is %s, must be %s".formatted(name, found, rule);
  }
}
