package photocat.shell.render;

import java.util.List;
import java.util.stream.Collectors;

/** The lines that a table is drawn with. */
enum Frame {
  UNICODE("│", "─", "┌┬┐", "├┼┤", "└┴┘", "…"),
  ASCII("|", "-", "+++", "+++", "+++", "~");

  private final String vertical;
  private final String horizontal;
  private final String top;
  private final String middle;
  private final String bottom;
  private final String ellipsis;

  Frame(
      String vertical,
      String horizontal,
      String top,
      String middle,
      String bottom,
      String ellipsis) {
    this.vertical = vertical;
    this.horizontal = horizontal;
    this.top = top;
    this.middle = middle;
    this.bottom = bottom;
    this.ellipsis = ellipsis;
  }

  /** Returns what stands for something left out; one column wide. */
  String ellipsis() {
    return ellipsis;
  }

  String top(List<Integer> widths) {
    return rule(top, widths);
  }

  String middle(List<Integer> widths) {
    return rule(middle, widths);
  }

  String bottom(List<Integer> widths) {
    return rule(bottom, widths);
  }

  /** Returns a line of cells that are padded to their widths. */
  String row(List<String> cells) {
    return cells.stream()
        .collect(Collectors.joining(" " + vertical + " ", vertical + " ", " " + vertical));
  }

  private String rule(String corners, List<Integer> widths) {
    return widths.stream()
        .map(width -> horizontal.repeat(width + 2))
        .collect(
            Collectors.joining(
                corners.substring(1, 2), corners.substring(0, 1), corners.substring(2)));
  }
}
