package photocat.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One header of a DuckDB file: words of eight bytes, of which the first is DuckDB's checksum over
 * the others. Since that is a sum, it also tells what one word must be where all others are known.
 */
final class DatabaseHeader {
  static final int BYTES = 4096;

  private static final int WORDS = BYTES / Long.BYTES;
  private static final long SEED = 5381;
  private static final long FACTOR = 0xbf58476d1ce4e5b9L;

  private static final int ITERATION = 1;
  private static final int META_BLOCK = 2;
  private static final int FREE_LIST = 3;
  private static final int BLOCK_COUNT = 4;
  private static final int BLOCK_BYTES = 5;
  private static final int VECTOR_SIZE = 6;
  private static final int COMPATIBILITY = 7;

  /** A pointer has the place in its block in its first byte. */
  private static final long BLOCK_OF_POINTER = (1L << 56) - 1;

  private final byte[] content;
  private final ByteBuffer bytes;

  private DatabaseHeader(byte[] content) {
    this.content = content;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns a copy of the header that begins after {@code index} others. */
  static DatabaseHeader at(ByteBuffer file, int index) {
    byte[] copy = new byte[BYTES];
    file.get(index * BYTES, copy);
    return new DatabaseHeader(copy);
  }

  boolean isWhole() {
    return word(0) == checksum();
  }

  long iteration() {
    return word(ITERATION);
  }

  /** Returns how many blocks the file has by it. */
  long blocks() {
    return word(BLOCK_COUNT);
  }

  long blockBytes() {
    return word(BLOCK_BYTES);
  }

  byte[] bytes(int at, int length) {
    return Arrays.copyOfRange(content, at, at + length);
  }

  void putInto(ByteBuffer target) {
    target.put(content);
  }

  /**
   * Returns what this header of where contents are can have been, if one word of it is damaged.
   *
   * @param other the other one, which is whole
   * @param blocks how many blocks the file has
   */
  List<DatabaseHeader> mended(DatabaseHeader other, long blocks) {
    List<DatabaseHeader> mended = new ArrayList<>();
    for (int word = 0; word < WORDS; word++) {
      DatabaseHeader solved = word == 0 ? copy().sealed() : solved(word);
      if (solved.isLike(other, blocks)) {
        mended.add(solved);
      }
    }
    return mended;
  }

  /** Returns this header with the one word as the checksum and all other words say. */
  DatabaseHeader solved(int word) {
    DatabaseHeader solved = copy();
    solved.bytes.putLong(word * Long.BYTES, 0);
    long missing = solved.word(0) ^ solved.checksum();
    solved.bytes.putLong(word * Long.BYTES, missing * inverse(FACTOR));
    return solved;
  }

  /** Returns this header with some bytes of another. */
  DatabaseHeader with(DatabaseHeader other, int at, int length) {
    DatabaseHeader mixed = copy();
    System.arraycopy(other.content, at, mixed.content, at, length);
    return mixed.sealed();
  }

  private boolean isLike(DatabaseHeader other, long blocks) {
    if (Math.abs(iteration() - other.iteration()) != 1
        || !isPointer(word(META_BLOCK), blocks)
        || !isPointer(word(FREE_LIST), blocks)
        || blocks() < 0
        || blocks() > blocks) {
      return false;
    }
    for (int word = BLOCK_BYTES; word < WORDS; word++) {
      boolean isFixed = word <= COMPATIBILITY;
      if (word(word) != (isFixed ? other.word(word) : 0)) {
        return false;
      }
    }
    return other.word(VECTOR_SIZE) > 0;
  }

  private static boolean isPointer(long word, long blocks) {
    return word == -1 || (word & BLOCK_OF_POINTER) < blocks;
  }

  private long word(int index) {
    return bytes.getLong(index * Long.BYTES);
  }

  private long checksum() {
    long sum = SEED;
    for (int word = 1; word < WORDS; word++) {
      sum ^= word(word) * FACTOR;
    }
    return sum;
  }

  private DatabaseHeader sealed() {
    bytes.putLong(0, checksum());
    return this;
  }

  private DatabaseHeader copy() {
    return new DatabaseHeader(content.clone());
  }

  /** Returns what an odd number is multiplied with to give 1. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
