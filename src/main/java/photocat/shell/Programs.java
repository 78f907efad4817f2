package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The programs of the user's that the shell starts.
 *
 * @param pager command line that shows what it is given, for {@code sh}
 * @param editor command line that edits the file named after it, for {@code sh}
 * @param viewer program that opens the file named after it
 */
public record Programs(String pager, String editor, String viewer) {
  /**
   * Long lines are chopped, colours shown, and what was read stays on the screen. We have seen
   * already that it does not fit, so {@code -F} would only hide the rest of wide lines.
   */
  private static final String LESS = "if command -v less >/dev/null; then less -SRX; else cat; fi";

  /** Returns those that {@code environment} names. */
  public static Programs of(Map<String, String> environment, String system) {
    boolean isMac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    boolean isDumb = environment.getOrDefault("TERM", "").equals("dumb");
    return new Programs(
        isDumb
            ? first(environment, "cat", "PHOTOCAT_PAGER")
            : first(environment, LESS, "PHOTOCAT_PAGER", "PAGER"),
        first(environment, "vi", "VISUAL", "EDITOR"),
        isMac ? "open" : "xdg-open");
  }

  /** Tells whether the pager is the one that can be kept from starting other programs. */
  boolean hasUsualPager() {
    return pager.equals(LESS);
  }

  /** Returns the words that start the pager in a shell. */
  List<String> paging() {
    return List.of("sh", "-c", pager);
  }

  /** Returns the words that edit {@code file} in a shell. */
  List<String> editing(Path file) {
    return List.of("sh", "-c", editor + " \"$1\"", "edit", file.toString());
  }

  /** Returns the words that open {@code file} in a window of its own. */
  List<String> viewing(Path file) {
    return List.of(viewer, file.toString());
  }

  private static String first(Map<String, String> environment, String otherwise, String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(otherwise);
  }
}
