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
  private static final int BLOCK_BYTES = 4 * Long.BYTES;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
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
   * Finds the next ff that is not the stuffed ff 00; one of these may be found where the bytes end.
   * This loop sees every byte of every photo, and entropy-coded data has a stuffed ff in 256 bytes:
   * a branch at each would be guessed wrong and take longer than to look at the byte that follows.
   */
  private static int indexOfFf(byte[] bytes, int from, int to) {
    int at = from;
    int lastBlock = to - BLOCK_BYTES - 1;
    for (; at <= lastBlock; at += BLOCK_BYTES) {
      long found =
          marks(bytes, at) | marks(bytes, at + 8) | marks(bytes, at + 16) | marks(bytes, at + 24);
      if ((found & HIGH_BITS) != 0) {
        break;
      }
    }
    for (; at + Long.BYTES < to; at += Long.BYTES) {
      long found = marks(bytes, at) & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != (byte) 0xff) {
      at++;
    }
    return at;
  }

  /**
   * Returns the high bit of each of eight bytes that is ff and not followed by 00; other bits are
   * noise. Bytes above the first found may be found wrongly, by the borrow of the subtraction.
   */
  private static long marks(byte[] bytes, int at) {
    long eight = (long) LONGS.get(bytes, at);
    long following = (long) LONGS.get(bytes, at + 1);
    long ff = (~eight - LOW_BITS) & eight;
    long notZero = ((following & ~HIGH_BITS) + ~HIGH_BITS) | following;
    return ff & notZero;
  }
}
