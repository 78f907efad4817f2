package photocat.shell.render;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.ValueText;

/** How people want to read the numbers of a column, told by the last word of its name. */
enum ReadableUnit {
  /** {@code 1.2 GB}. */
  BYTES {
    @Override
    String of(Number number) {
      return Amounts.bytes(number.longValue());
    }
  },
  /** {@code 3 min 20 s}. */
  MILLISECONDS {
    @Override
    String of(Number number) {
      return Amounts.duration(Duration.ofMillis(number.longValue()));
    }
  },
  /** {@code 1,234,567}. */
  COUNT {
    @Override
    String of(Number number) {
      return Amounts.count(number.longValue());
    }
  },
  /** As it is: ids, years, and all that names no unit. */
  NONE {
    @Override
    String of(Number number) {
      return ValueText.of(number);
    }
  };

  private static final Set<String> COUNTED =
      Set.of("count", "photos", "rows", "files", "names", "taxa", "observations");

  abstract String of(Number number);

  static ReadableUnit of(Column column) {
    if (!NumberTypes.isInteger(column.type())) {
      return NONE;
    }
    String name = column.name().toLowerCase(Locale.ROOT);
    String lastWord = name.substring(name.lastIndexOf('_') + 1);
    if (lastWord.equals("bytes")) {
      return BYTES;
    }
    if (lastWord.equals("ms")) {
      return MILLISECONDS;
    }
    boolean counts = COUNTED.contains(lastWord) || name.startsWith("count(");
    return counts || name.equals("count_star()") ? COUNT : NONE;
  }
}
