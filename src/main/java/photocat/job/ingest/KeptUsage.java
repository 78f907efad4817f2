package photocat.job.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import photocat.catalog.Session;
import photocat.http.HostLimit;
import photocat.http.UsageBook;

/** Remembers in the catalogue what hosts have been asked, over runs. One thread at a time. */
final class KeptUsage implements UsageBook {
  private final Session session;

  /** What is older than two days is forgotten. */
  KeptUsage(Session session, Instant now) {
    this.session = session;
    session.run("ingest/forget_questions", Map.of("now", now));
  }

  /** Returns what hosts bear. */
  List<HostLimit> limits() {
    return session.list(
        "ingest/host_limits",
        Map.of(),
        row ->
            new HostLimit(
                row.text("host"),
                Duration.ofMillis(row.number("gap_ms")),
                row.number("questions_per_day"),
                row.text("why")));
  }

  @Override
  public List<Asked> since(String host, Instant begin) {
    return session.list(
        "ingest/host_questions",
        Map.of("host", host, "begin", begin),
        row -> new Asked(row.instant("asked_at").orElseThrow(), row.number("questions")));
  }

  @Override
  public void add(String host, Instant at) {
    session.run("ingest/add_question", Map.of("host", host, "asked_at", at));
  }
}
