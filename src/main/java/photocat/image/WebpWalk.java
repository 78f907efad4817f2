package photocat.image;

/**
 * WebP (RFC 9649): a RIFF container that names its own length; the size is in the first chunk,
 * lossy (VP8), lossless (VP8L) or extended (VP8X).
 */
final class WebpWalk extends StructureWalk {
  private static final int HEAD_BYTES = 30;
  private static final long LOSSY = 0x56503820;
  private static final long LOSSLESS = 0x5650384c;
  private static final long EXTENDED = 0x56503858;

  private boolean headSeen;

  WebpWalk() {
    want(HEAD_BYTES);
  }

  @Override
  void header(byte[] bytes) {
    if (headSeen) {
      end(true);
      return;
    }
    headSeen = true;
    readSize(bytes);
    // The length counts what follows it; the last byte is asked for, so that its arrival is seen.
    skip(u32Low(bytes, 4) + 8 - HEAD_BYTES - 1);
    want(1);
  }

  private void readSize(byte[] bytes) {
    long kind = u32(bytes, 12);
    if (kind == LOSSY) {
      size(u16Low(bytes, 26) & 0x3fff, u16Low(bytes, 28) & 0x3fff);
    } else if (kind == LOSSLESS) {
      long bits = u32Low(bytes, 21);
      size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    } else if (kind == EXTENDED) {
      size((u32Low(bytes, 24) & 0xffffff) + 1, (u32Low(bytes, 26) >> 8) + 1);
    }
  }
}
