package photocat.sql;

import java.util.ArrayList;
import java.util.List;

/** Names that a user wrote one after another: {@code schema."my table"}, {@code a,"b,c"}. */
public final class NameList {
  private NameList() {}

  /**
   * Returns the names between {@code separator}; one in double quotes may hold it, and is returned
   * without them. Blanks around a name do not count. An empty name stays, for whoever looks it up.
   */
  public static List<String> split(String text, char separator) {
    List<String> names = new ArrayList<>();
    boolean isQuoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"') {
        isQuoted = !isQuoted;
      } else if (character == separator && !isQuoted) {
        names.add(name(text.substring(start, i).strip()));
        start = i + 1;
      }
    }
    names.add(name(text.substring(start).strip()));
    return List.copyOf(names);
  }

  private static String name(String typed) {
    boolean isQuoted = typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"");
    return isQuoted ? typed.substring(1, typed.length() - 1).replace("\"\"", "\"") : typed;
  }
}
