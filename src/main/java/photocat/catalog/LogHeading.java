package photocat.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a log of DuckDB's begins with: fields of a number and a value, without a checksum. They name
 * the database that the log is of, and which checkpoint of it the log follows.
 */
final class LogHeading {
  /** No heading is longer. */
  static final int MOST_BYTES = 64;

  /** By chance the identifiers of two databases have not even half of their bytes in common. */
  private static final int MOST_DAMAGED = 8;

  private static final int KIND = 100;
  private static final int IS_HEADING = 98;
  private static final int VERSION = 101;
  private static final int WITH_CHECKSUMS = 2;
  private static final int IDENTIFIER = 102;
  private static final int CHECKPOINT = 103;
  private static final int END = 0xffff;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int checkpointAt;
  private final int endAt;

  /** The heading of a log of the database {@code identifier} after one of its checkpoints. */
  LogHeading(byte[] identifier, long checkpoint) {
    putField(KIND);
    putNumber(IS_HEADING);
    putField(VERSION);
    putNumber(WITH_CHECKSUMS);
    putField(IDENTIFIER);
    putNumber(identifier.length);
    for (byte each : identifier) {
      putNumber(Byte.toUnsignedInt(each));
    }
    putField(CHECKPOINT);
    this.checkpointAt = bytes.size();
    putNumber(checkpoint);
    this.endAt = bytes.size();
    putField(END);
  }

  /** Returns how long the heading is that {@code start} begins with; 0 where there is none. */
  static int length(ByteBuffer start) {
    ByteBuffer rest = start.duplicate().order(start.order());
    try {
      if (field(rest) != KIND
          || number(rest) != IS_HEADING
          || field(rest) != VERSION
          || number(rest) < WITH_CHECKSUMS) {
        return 0;
      }
      int field = field(rest);
      if (field == IDENTIFIER) {
        for (long left = number(rest); left > 0; left--) {
          number(rest);
        }
        field = field(rest);
      }
      if (field == CHECKPOINT) {
        number(rest);
        field = field(rest);
      }
      return field == END ? rest.position() : 0;
    } catch (BufferUnderflowException e) {
      return 0;
    }
  }

  /**
   * Tells whether a log began with this before a few bytes of {@code start} were damaged. Not if it
   * follows another checkpoint: what is in that log may be in the database already.
   */
  boolean isDamagedIn(ByteBuffer start) {
    byte[] wanted = bytes.toByteArray();
    int damaged = 0;
    for (int at = 0; at < wanted.length; at++) {
      if (at >= start.limit() || start.get(at) != wanted[at]) {
        damaged++;
        if (at >= checkpointAt && at < endAt) {
          return false;
        }
      }
    }
    return damaged > 0 && damaged <= MOST_DAMAGED;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private static int field(ByteBuffer rest) {
    return Short.toUnsignedInt(rest.getShort());
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  private static long number(ByteBuffer rest) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = rest.get();
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private void putField(int field) {
    bytes.write(field);
    bytes.write(field >> 8);
  }

  private void putNumber(long number) {
    long rest = number;
    while (rest >= 0x80) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
