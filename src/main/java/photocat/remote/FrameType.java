package photocat.remote;

import java.util.Arrays;
import java.util.Optional;

/** What a frame says. The codes are the protocol: they stay when a type is added. */
enum FrameType {
  /** Both: who I am; the first frame of each side, in the same form in every version. */
  HELLO(1),
  /** Holder: why it will not talk; the last frame. */
  REFUSAL(2),
  /** Guest: where it comes from, once after its hello. */
  VISIT(3),
  /** Guest: what to do. */
  REQUEST(4),
  /** Holder: the request is being run from now on. */
  STARTED(5),
  /** Holder: text for standard output. */
  DATA(6),
  /** Holder: text for standard error. */
  NARRATION(7),
  /** Holder: one name for completion. */
  NAME(8),
  /** Holder: how the request ended. */
  END(9),
  /** Guest: stop what is being run. */
  CANCEL(10),
  /** Holder: the request will not be run, for the holder is about to end. */
  LEAVING(11),
  /** Holder: hello and visit are well. */
  WELCOME(12),
  /** Holder: text for the guest's pager. */
  PAGE(13),
  /** Holder: there are no more pages. */
  LAST_PAGE(14),
  /** Guest: its pager was left; pages that still come are not looked at. */
  ENOUGH(15);

  private final int code;

  FrameType(int code) {
    this.code = code;
  }

  static Optional<FrameType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  int code() {
    return code;
  }
}
