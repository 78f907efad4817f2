package photocat.source;

/** Tells whether bytes that come one after another are UTF-8 (RFC 3629). Not thread-safe. */
public final class Utf8Check {
  private int missing;
  private int least;
  private int most;
  private boolean broken;

  /** Takes the bytes from {@code from} up to {@code to}; a character may go on in the next call. */
  public void add(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      int value = bytes[at] & 0xff;
      if (missing == 0) {
        begin(value);
      } else {
        broken |= value < least || value > most;
        missing--;
        least = 0x80;
        most = 0xbf;
      }
    }
  }

  private void begin(int value) {
    if (value < 0x80) {
      return;
    }
    missing = value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
    // No longer than it must be, no surrogates, nothing above U+10FFFF.
    least = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
    most = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
    broken |= value < 0xc2 || value > 0xf4;
  }

  /** Tells whether a character has begun but not ended. */
  public boolean isOpen() {
    return missing > 0;
  }

  /** Tells whether all bytes so far are whole characters. */
  public boolean isValid() {
    return !broken && missing == 0;
  }
}
