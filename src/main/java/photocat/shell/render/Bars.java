package photocat.shell.render;

/** Bars as long as numbers: eighths of a character where the terminal can show them. */
final class Bars {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST_BAR = 8;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final RenderOptions options;
  private final double largest;
  private final int room;

  /**
   * Bars beside text.
   *
   * @param largest the number whose bar is the longest
   * @param textWidth columns of the screen that the text beside the bars takes
   */
  Bars(RenderOptions options, double largest, int textWidth) {
    this.options = options;
    this.largest = largest;
    int width = options.maxWidth() > 0 ? options.maxWidth() : USUAL_WIDTH;
    this.room = Math.max(NARROWEST_BAR, width - textWidth);
  }

  /** Returns the bar of {@code number}; one below zero is drawn with other characters. */
  String of(double number) {
    double length = largest > 0 ? Math.abs(number) / largest * room : 0;
    if (!Double.isFinite(length)) {
      return "";
    }
    if (number < 0) {
      return "-".repeat((int) Math.round(length));
    }
    if (!options.unicode()) {
      return "#".repeat((int) Math.round(length));
    }
    int eighths = (int) Math.round(length * 8);
    // A thing that is there shall be seen.
    eighths = number > 0 ? Math.max(1, eighths) : eighths;
    String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return "█".repeat(eighths / 8) + rest;
  }
}
