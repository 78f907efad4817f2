package photocat.remote;

import java.util.Arrays;
import java.util.Optional;

/** What a frame says. The codes are the protocol: they stay when a type is added. */
enum FrameType {
  /** Both: who I am; the first frame of each side, in the same form in every version. */
  HELLO(1),
  /** Server: why it will not talk; the last frame. */
  REFUSAL(2),
  /** Client: where it comes from, once after its handshake. */
  ENVIRONMENT(3),
  /** Client: what to do. */
  REQUEST(4),
  /** Server: the request is being run from now on. */
  STARTED(5),
  /** Server: text for standard output. */
  DATA(6),
  /** Server: text for standard error. */
  NARRATION(7),
  /** Server: one name for completion. */
  NAME(8),
  /** Server: how the request ended. */
  END(9),
  /** Client: stop what is being run. */
  CANCEL(10),
  /** Server: the request will not be run, for the server is about to end. */
  LEAVING(11),
  /** Server: the handshake and the environment are well. */
  WELCOME(12),
  /** Server: text for the client's pager. */
  PAGE(13),
  /** Server: there are no more pages. */
  LAST_PAGE(14),
  /** Client: its pager was left; pages that still come are not looked at. */
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
