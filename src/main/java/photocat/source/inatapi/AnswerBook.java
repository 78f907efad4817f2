package photocat.source.inatapi;

import java.util.Optional;

/** Remembers answers, so that nothing is asked twice. One thread at a time. */
public interface AnswerBook {
  /** Returns what was answered to {@code target}, a path and a query; empty for nothing yet. */
  Optional<String> answer(String target);

  /** Keeps an answer that is whole. */
  void keep(String target, String answer);
}
