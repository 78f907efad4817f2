package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.util.List;
import photocat.model.OneLine;

/** Several columns could be the one that is looked for, and none is likelier than the others. */
final class AmbiguousColumnsException extends UnreadableListException {
  private static final long serialVersionUID = 1L;

  AmbiguousColumnsException(List<String> headers, String what, String hint) {
    super(
        "%s could each hold %s"
            .formatted(headers.stream().map(OneLine::of).collect(joining(" and ")), what),
        hint);
  }
}
