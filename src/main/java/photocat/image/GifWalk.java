package photocat.image;

/** GIF (87a, 89a): screen, colour tables, blocks of sub-blocks, up to the trailer {@code 3b}. */
final class GifWalk extends StructureWalk {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;

  private enum Step {
    SCREEN,
    BLOCK,
    LABEL,
    IMAGE_HEADER,
    CODE_SIZE,
    SUB_BLOCK
  }

  private Step step = Step.SCREEN;
  private boolean imageSeen;

  GifWalk() {
    want(13);
  }

  @Override
  void header(byte[] bytes) {
    switch (step) {
      case SCREEN -> {
        size(u16Low(bytes, 6), u16Low(bytes, 8));
        next(Step.BLOCK, colorTableBytes(u8(bytes, 10)), 1);
      }
      case BLOCK -> block(u8(bytes, 0));
      case LABEL -> next(Step.SUB_BLOCK, 0, 1);
      case IMAGE_HEADER -> next(Step.CODE_SIZE, colorTableBytes(u8(bytes, 8)), 1);
      case CODE_SIZE -> {
        imageSeen = true;
        next(Step.SUB_BLOCK, 0, 1);
      }
      case SUB_BLOCK -> {
        int length = u8(bytes, 0);
        next(length == 0 ? Step.BLOCK : Step.SUB_BLOCK, length, 1);
      }
    }
  }

  private void block(int kind) {
    switch (kind) {
      case EXTENSION -> next(Step.LABEL, 0, 1);
      case IMAGE -> next(Step.IMAGE_HEADER, 0, 9);
      default -> end(kind == TRAILER && imageSeen);
    }
  }

  private void next(Step following, int gap, int bytes) {
    step = following;
    skip(gap);
    want(bytes);
  }

  private static int colorTableBytes(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
