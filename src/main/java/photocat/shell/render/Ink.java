package photocat.shell.render;

/** The few colours of the shell, by what they mean. */
public enum Ink {
  STRONG("1"),
  FAINT("90"),
  FAULT("1;31"),
  PLACE("31"),
  ADVICE("32");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** Returns {@code text}, which must be safe for a terminal, in this colour. */
  public String on(String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
