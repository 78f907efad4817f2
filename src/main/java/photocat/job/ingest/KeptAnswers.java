package photocat.job.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.source.inatapi.AnswerBook;

/**
 * Answers of an interface in the catalogue, until the ingest that has asked for them is at its end:
 * one that is stopped or killed goes on with what came. One thread at a time.
 */
final class KeptAnswers implements AnswerBook {
  private final Session session;
  private final InstantSource clock;
  private final Map<String, String> owner;

  /** Those for the snapshot {@code name} of {@code source}. */
  KeptAnswers(Session session, InstantSource clock, String source, String name) {
    this.session = session;
    this.clock = clock;
    this.owner = Map.of("source", source, "name", name);
  }

  /**
   * What is there.
   *
   * @param firstAt when the oldest came; empty for none
   */
  record Left(long answers, Optional<Instant> firstAt) {}

  Left left() {
    return session
        .first(
            "ingest/count_answers",
            owner,
            row -> new Left(row.number("answers"), row.instant("first_at")))
        .orElseThrow();
  }

  @Override
  public Optional<String> answer(String target) {
    return session.first(
        "ingest/kept_answer",
        Map.of("source", owner.get("source"), "name", owner.get("name"), "target", target),
        row -> row.text("answer"));
  }

  @Override
  public void keep(String target, String answer) {
    session.run(
        "ingest/keep_answer",
        Map.of(
            "source", owner.get("source"),
            "name", owner.get("name"),
            "target", target,
            "answer", answer,
            "came_at", clock.instant()));
  }

  /** Forgets all; what is done with them is in the same transaction. */
  void forget() {
    session.run("ingest/forget_answers", owner);
  }
}
