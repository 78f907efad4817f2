package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file as UTF-8, whatever its encoding; a byte order mark says more than the archive.
 * Bytes that are no text become one that UTF-8 does not have, so that its row can be told. Not
 * thread-safe.
 */
final class TextInput extends InputStream {
  private static final byte NO_TEXT = (byte) 0xff;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer source = ByteBuffer.allocate(1 << 16).flip();
  private final CharBuffer characters = CharBuffer.allocate(1 << 16);
  private final ByteBuffer target = ByteBuffer.allocate(1 << 18).flip();
  private boolean atEnd;

  private TextInput(InputStream in, Charset charset) {
    this.in = in;
    this.decoder = charset.newDecoder();
  }

  /** Returns {@code in} as UTF-8, without a byte order mark. */
  static InputStream of(InputStream in, Charset declared) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, 3);
    byte[] head = whole.readNBytes(3);
    int first = head.length > 1 ? ((head[0] & 0xff) << 8) | (head[1] & 0xff) : 0;
    if (first == 0xefbb && head.length == 3 && head[2] == (byte) 0xbf) {
      return whole;
    }
    if (first == 0xfeff || first == 0xfffe) {
      whole.unread(head, 2, head.length - 2);
      return new TextInput(
          whole, first == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    whole.unread(head);
    boolean plain =
        declared.equals(StandardCharsets.UTF_8) || declared.equals(StandardCharsets.US_ASCII);
    return plain ? whole : new TextInput(whole, declared);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!target.hasRemaining()) {
      if (atEnd && !source.hasRemaining()) {
        return -1;
      }
      target.clear();
      decode();
      target.flip();
    }
    int count = Math.min(length, target.remaining());
    target.get(bytes, offset, count);
    return count;
  }

  private void decode() throws IOException {
    source.compact();
    int count = in.read(source.array(), source.position(), source.remaining());
    source.position(source.position() + Math.max(count, 0)).flip();
    atEnd = count < 0;
    CoderResult result = decoder.decode(source, characters, atEnd);
    if (atEnd && !source.hasRemaining()) {
      decoder.flush(characters);
    }
    characters.flip();
    encoder.encode(characters, target, atEnd);
    characters.compact();
    if (result.isError()) {
      source.position(source.position() + result.length());
      target.put(NO_TEXT);
      decoder.reset();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
