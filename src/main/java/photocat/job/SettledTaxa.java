package photocat.job;

import java.util.Map;
import photocat.catalog.Session;

/**
 * The taxa with one row for each, however many the bundle has of it and whatever their order: the
 * view {@code settled_taxa} of a session.
 */
final class SettledTaxa {
  private final Session session;

  SettledTaxa(Session session) {
    this.session = session;
  }

  /** Makes the view; returns how many taxa have rows that contradict each other. */
  long settle() {
    session.run("taxa/overrule");
    session.run("taxa/settle");
    return session.list("taxa/count_contradicted", Map.of(), row -> row.number("taxa")).get(0);
  }
}
