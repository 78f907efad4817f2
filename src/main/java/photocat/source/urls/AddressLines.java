package photocat.source.urls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.model.TextEnd;

/**
 * A list with an address on each line as lines of JSON, as those of {@link JsonItems}: a plain one,
 * one of aria2 (mirrors parted by TABs, indented options below) or a log of gbif-dl (a state after
 * the address). Blank lines and those that begin with {@code #} are passed over.
 */
final class AddressLines extends ChunkInput {
  private static final int BUFFER_BYTES = 1 << 18;

  /** A little more than a row may have, so that it is told. */
  private static final int LONGEST_LINE_BYTES = (1 << 20) + 64;

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S.*");
  private static final Pattern STATE = Pattern.compile("(\\S+) (-?[0-9]{1,4}|None)");

  /** A line, but of bytes, of which some look like line ends to a pattern. */
  private static final Pattern OPTION =
      Pattern.compile("[ \\t]+([A-Za-z][A-Za-z0-9-]*)=(.*)", Pattern.DOTALL);

  private static final Set<String> REPEATED = Set.of("header", "index-out");

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final Map<String, StringBuilder> entry = new LinkedHashMap<>();
  private int at;
  private int limit;
  private long line;
  private long entryLine;
  private long entryChars;

  /** Reads {@code in}, whose lines end in feeds, and closes it. */
  AddressLines(InputStream in) {
    this.in = in;
  }

  /** Tells whether {@code text} is an address with a scheme, of the web or not. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text.strip()).matches();
  }

  /** Returns the entries of some lines: what ends one is the next. */
  @Override
  byte @Nullable [] next() throws IOException {
    StringBuilder made = new StringBuilder();
    boolean more = true;
    while (made.length() < BUFFER_BYTES && (more = readLine())) {
      // Bytes as characters, so that what is no UTF-8 stays so.
      take(text.toString(StandardCharsets.ISO_8859_1), made);
    }
    if (!more) {
      flush(made);
      if (made.length() == 0) {
        return null;
      }
    }
    return made.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void take(String read, StringBuilder made) {
    String plain = read.strip();
    if (plain.isEmpty() || read.startsWith("#")) {
      return;
    }
    Matcher option = OPTION.matcher(read);
    if (!entry.isEmpty() && option.matches() && entryChars < LONGEST_LINE_BYTES) {
      add(option.group(1), option.group(2).strip());
      entryChars += read.length();
      return;
    }
    flush(made);
    entryLine = line;
    entryChars = read.length();
    Matcher state = STATE.matcher(plain);
    String[] mirrors = plain.split("\t+", 2);
    if (state.matches()) {
      add("url", state.group(1));
      add("status", state.group(2));
    } else {
      add("url", mirrors[0]);
      if (mirrors.length > 1) {
        add("mirrors", mirrors[1].replace('\t', ' '));
      }
    }
  }

  private void flush(StringBuilder made) {
    if (entry.isEmpty()) {
      return;
    }
    String folder = entry.containsKey("dir") ? value("dir") : folderOf(value("out"));
    String whole = TextEnd.without(folder, "/");
    String label = whole.substring(whole.lastIndexOf('/') + 1);
    if (!label.isEmpty() && !entry.containsKey("label")) {
      add("label", label);
    }
    made.append(entryLine).append('\u001f');
    char before = '{';
    for (Map.Entry<String, StringBuilder> each : entry.entrySet()) {
      made.append(before);
      quote(each.getKey(), made);
      made.append(':');
      quote(each.getValue(), made);
      before = ',';
    }
    made.append("}\n");
    entry.clear();
  }

  /** Of an option that is there again the last counts, as for aria2, unless it may be repeated. */
  private void add(String key, String value) {
    StringBuilder before = entry.get(key);
    if (before != null && REPEATED.contains(key)) {
      before.append(' ').append(value);
    } else {
      entry.put(key, new StringBuilder(value));
    }
  }

  private String value(String key) {
    StringBuilder value = entry.get(key);
    return value == null ? "" : value.toString();
  }

  private static String folderOf(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static void quote(CharSequence value, StringBuilder made) {
    made.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        made.append('\\').append(character);
      } else if (character < ' ' && character != 0) {
        made.append("\\u%04x".formatted((int) character));
      } else {
        made.append(character);
      }
    }
    made.append('"');
  }

  private boolean readLine() throws IOException {
    text.reset();
    boolean any = false;
    while (true) {
      if (at == limit) {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        if (limit == 0) {
          line += any ? 1 : 0;
          return any;
        }
      }
      any = true;
      int end = at;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      text.write(buffer, at, Math.min(end - at, LONGEST_LINE_BYTES - text.size()));
      boolean ended = end < limit;
      at = ended ? end + 1 : end;
      if (ended) {
        line++;
        return true;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
