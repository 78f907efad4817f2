package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import photocat.model.OneLine;

/** Several columns could be the one that is looked for, and none is likelier than the others. */
final class AmbiguousColumnsException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  AmbiguousColumnsException(List<String> headers, String what, String hint) {
    super(
        "%s could each hold %s"
            .formatted(headers.stream().map(OneLine::of).collect(joining(" and ")), what));
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
