package photocat.model;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON on one line. */
public final class JsonText {
  private JsonText() {}

  /** Returns {@code value} as JSON. */
  public static String of(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  /**
   * Appends a value. Numbers keep all their digits; those that JSON does not know, such as NaN,
   * become null.
   */
  public static void append(StringBuilder json, @Nullable Object value) {
    if (value == null || (value instanceof Number number && !isFinite(number))) {
      json.append("null");
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(ValueText.of(value));
    } else if (value instanceof Collection<?> list) {
      appendArray(json, list);
    } else if (value instanceof Map<?, ?> map) {
      appendObject(json, map);
    } else {
      appendString(json, ValueText.of(value));
    }
  }

  /** Appends a text in quotes. */
  public static void appendString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      appendCharacter(json, text, i);
    }
    json.append('"');
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  private static void appendArray(StringBuilder json, Collection<?> list) {
    json.append('[');
    for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
      append(json, values.next());
      json.append(values.hasNext() ? "," : "");
    }
    json.append(']');
  }

  private static void appendObject(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      appendString(json, entry.getKey() == null ? "null" : ValueText.of(entry.getKey()));
      json.append(':');
      append(json, entry.getValue());
      json.append(entries.hasNext() ? "," : "");
    }
    json.append('}');
  }

  /**
   * Beyond what RFC 8259 demands, DEL, the C1 controls and lone surrogates are escaped too: JSON is
   * read on terminals, and a lone surrogate cannot be written as UTF-8.
   */
  private static void appendCharacter(StringBuilder json, String text, int index) {
    char character = text.charAt(index);
    switch (character) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (Character.isISOControl(character) || LoneSurrogate.isAt(text, index)) {
          json.append("\\u").append(HexFormat.of().toHexDigits(character, 4));
        } else {
          json.append(character);
        }
      }
    }
  }
}
