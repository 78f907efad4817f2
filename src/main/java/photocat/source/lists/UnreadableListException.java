package photocat.source.lists;

import java.io.IOException;

/** Says why a list cannot be read, and what to do about it. */
class UnreadableListException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  UnreadableListException(String found, String hint) {
    super(found);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
