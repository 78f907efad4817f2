package photocat.image;

/** PNG (ISO/IEC 15948): chunks of length, type, data and checksum, from IHDR to IEND. */
final class PngWalk extends StructureWalk {
  private static final long IHDR = 0x49484452;
  private static final long IDAT = 0x49444154;
  private static final long IEND = 0x49454e44;
  private static final int CHECKSUM_BYTES = 4;

  private enum Step {
    SIGNATURE,
    CHUNK,
    SIZE,
    LAST_CHECKSUM
  }

  private Step step = Step.SIGNATURE;
  private long restOfHeader;
  private boolean sizeSeen;
  private boolean dataSeen;

  PngWalk() {
    want(8);
  }

  @Override
  void header(byte[] bytes) {
    switch (step) {
      case SIGNATURE -> next(0);
      case CHUNK -> chunk(u32(bytes, 0), u32(bytes, 4));
      case SIZE -> {
        size(u32(bytes, 0), u32(bytes, 4));
        sizeSeen = true;
        next(restOfHeader);
      }
      case LAST_CHECKSUM -> end(sizeSeen && dataSeen);
    }
  }

  private void chunk(long length, long type) {
    if (type == IHDR && length >= 8) {
      restOfHeader = length - 8 + CHECKSUM_BYTES;
      step = Step.SIZE;
      want(8);
    } else if (type == IEND) {
      step = Step.LAST_CHECKSUM;
      skip(length);
      want(CHECKSUM_BYTES);
    } else {
      dataSeen |= type == IDAT;
      next(length + CHECKSUM_BYTES);
    }
  }

  private void next(long gap) {
    step = Step.CHUNK;
    skip(gap);
    want(8);
  }
}
