package photocat.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * JPEG (ITU-T T.81, annex B): segments with a length, then entropy-coded data in which {@code ff}
 * is followed by {@code 00} or a restart marker, up to the end mark {@code ff d9}. Stray bytes
 * between segments are passed over, as libjpeg does.
 */
final class JpegWalk extends StructureWalk {
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private boolean afterFf;
  private int segment;
  private int restOfFrame = -1;
  private boolean frameSeen;
  private boolean scanSeen;

  @Override
  int scan(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (!afterFf) {
        at = indexOfFf(bytes, at, to);
        if (at == to) {
          return to;
        }
        at++;
        afterFf = true;
      } else {
        int code = u8(bytes, at++);
        afterFf = code == 0xff;
        if (startsSegment(code)) {
          marker(code);
          return at;
        }
      }
    }
    return at;
  }

  @Override
  void header(byte[] bytes) {
    if (restOfFrame >= 0) {
      size(u16(bytes, 3), u16(bytes, 1));
      frameSeen = true;
      skip(restOfFrame);
      restOfFrame = -1;
      return;
    }
    int rest = u16(bytes, 0) - 2;
    if (isFrame(segment) && rest >= 5) {
      restOfFrame = rest - 5;
      want(5);
    } else {
      scanSeen |= segment == START_OF_SCAN;
      skip(rest);
    }
  }

  private void marker(int code) {
    if (code == END_OF_IMAGE) {
      end(frameSeen && scanSeen);
    } else {
      segment = code;
      want(2);
    }
  }

  /** Stuffed zero, fill, TEM, restart and start-of-image carry no length. */
  private static boolean startsSegment(int code) {
    return code > 0x01 && code != 0xff && (code < 0xd0 || code > 0xd8);
  }

  private static boolean isFrame(int code) {
    return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
  }

  /**
   * Finds the next ff that is not the stuffed ff 00, of which there is one in 256 bytes. Eight
   * bytes at a time: this loop sees every byte of every photo.
   */
  private static int indexOfFf(byte[] bytes, int from, int to) {
    int at = from;
    while (at + Long.BYTES < to) {
      long inverted = ~(long) LONGS.get(bytes, at);
      long found = (inverted - 0x0101010101010101L) & ~inverted & 0x8080808080808080L;
      if (found == 0) {
        at += Long.BYTES;
      } else {
        at += Long.numberOfTrailingZeros(found) >>> 3;
        if (bytes[at + 1] != 0) {
          return at;
        }
        at += 2;
      }
    }
    while (at < to && bytes[at] != (byte) 0xff) {
      at++;
    }
    return at;
  }
}
