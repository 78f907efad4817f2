package photocat.image;

/**
 * TIFF 6.0: whole if its first directory is there, which writers put last as a rule. Pixels behind
 * the directory are not looked for.
 */
final class TiffWalk extends StructureWalk {
  private static final int ENTRY_BYTES = 12;

  private enum Step {
    HEAD,
    ENTRY_COUNT,
    LAST_BYTE
  }

  private Step step = Step.HEAD;
  private boolean lowFirst;

  TiffWalk() {
    want(8);
  }

  @Override
  void header(byte[] bytes) {
    switch (step) {
      case HEAD -> {
        lowFirst = bytes[0] == 'I';
        step = Step.ENTRY_COUNT;
        skip((lowFirst ? u32Low(bytes, 4) : u32(bytes, 4)) - 8);
        want(2);
      }
      case ENTRY_COUNT -> {
        int entries = lowFirst ? u16Low(bytes, 0) : u16(bytes, 0);
        step = Step.LAST_BYTE;
        skip((long) entries * ENTRY_BYTES + 3);
        want(1);
      }
      case LAST_BYTE -> end(true);
    }
  }
}
