package photocat.source.urls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON values, of an array or one after another, as lines: each its number where the first is in an
 * array, else the line where it begins, a unit separator and the value without line breaks. What a
 * value is made of is not looked at, so that one that is wrong costs no other, as far as brackets
 * and quotes can tell where it ends.
 */
final class JsonItems extends ChunkInput {
  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
  private long line = 1;
  private long items;
  private boolean areCounted;
  private boolean inArray;
  private boolean inItem;
  private boolean isText;
  private boolean isPlain;
  private boolean inQuotes;
  private boolean escaped;
  private int depth;

  /** Reads {@code in}, in UTF-8, and closes it. */
  JsonItems(InputStream in) {
    this.in = in;
  }

  @Override
  byte @Nullable [] next() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    if (count < 0) {
      return atEnd();
    }
    out.reset();
    for (int i = 0; i < count; i++) {
      take(buffer[i]);
      line += buffer[i] == '\n' ? 1 : 0;
    }
    return out.toByteArray();
  }

  private byte @Nullable [] atEnd() throws IOException {
    if (inArray || (inItem && !isPlain)) {
      throw new EOFException("before its last bracket");
    }
    if (!inItem) {
      return null;
    }
    out.reset();
    end();
    return out.toByteArray();
  }

  private void take(byte character) {
    if (inItem) {
      inside(character);
    } else if (character == '[' && !inArray) {
      inArray = true;
    } else if (character == ']' && inArray) {
      inArray = false;
    } else if (!isSpace(character) && character != ',') {
      begin(character);
    }
  }

  private void begin(byte character) {
    if (items++ == 0) {
      areCounted = inArray;
    }
    byte[] start = ((areCounted ? items : line) + "\u001f").getBytes(StandardCharsets.US_ASCII);
    out.write(start, 0, start.length);
    inItem = true;
    isText = character == '"';
    isPlain = !isText && character != '{' && character != '[';
    depth = isText || isPlain ? 0 : 1;
    inQuotes = isText;
    escaped = false;
    out.write(character);
  }

  private void inside(byte character) {
    if (isPlain && (isSpace(character) || character == ',' || character == ']')) {
      end();
      inArray &= character != ']';
      return;
    }
    // Line breaks and other signs that control something are but space between values.
    out.write(character >= 0 && character < ' ' && character != 0 ? ' ' : character);
    if (inQuotes) {
      inQuotes = escaped || character != '"';
      escaped = !escaped && character == '\\';
      if (!inQuotes && isText) {
        end();
      }
    } else if (character == '"') {
      inQuotes = true;
    } else if (character == '{' || character == '[') {
      depth++;
    } else if ((character == '}' || character == ']') && --depth == 0) {
      end();
    }
  }

  private void end() {
    out.write('\n');
    inItem = false;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
