package photocat.shell.render;

import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.ValueText;

/** The cells of one column as people read them: safe for a terminal, on one line. */
final class CellText {
  static final String NULL = "NULL";

  private final ReadableUnit unit;

  CellText(Column column) {
    this.unit = ReadableUnit.of(column);
  }

  String of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    return value instanceof Number number ? unit.of(number) : VisibleText.of(ValueText.of(value));
  }
}
