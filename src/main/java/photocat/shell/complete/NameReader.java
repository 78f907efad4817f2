package photocat.shell.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.Request;
import photocat.remote.RequestHandler;
import photocat.remote.ServerGoneException;

/** Reads the names in the catalogue, wherever it is held. */
public final class NameReader {
  private static final Logger log = LoggerFactory.getLogger(NameReader.class);

  private NameReader() {}

  /** Reads on a session of its own, or from the server over a connection of its own. */
  public static List<NameSnapshot.Name> read(Context context) {
    List<NameSnapshot.Name> names = new ArrayList<>();
    try {
      handOver(
          context, (kind, name, parent, comment) -> names.add(name(kind, name, parent, comment)));
    } catch (CatalogHeldException held) {
      ask(held.connection(), names);
    }
    return names;
  }

  /** Reads on a session of its own. */
  public static void handOver(Context context, RequestHandler.NameSink names) {
    try (Session session = context.catalog().openSession()) {
      session
          .list(
              "shell/names",
              Map.of(),
              row ->
                  List.of(
                      row.text("kind"),
                      row.text("name"),
                      row.optionalText("parent").orElse(""),
                      row.optionalText("comment").orElse("")))
          .forEach(each -> names.name(each.get(0), each.get(1), each.get(2), each.get(3)));
    }
    for (NameSnapshot.Name job : JobSuggestions.names(context.jobs().all())) {
      names.name(job.kind().name(), job.name(), job.parent(), job.comment());
    }
  }

  private static void ask(CatalogClient server, List<NameSnapshot.Name> names) {
    try (server) {
      server.run(
          Request.names(),
          new CatalogClient.Listener() {
            @Override
            public void data(String text) {}

            @Override
            public void narration(String text) {}

            @Override
            public void name(String kind, String name, String parent, String comment) {
              names.add(NameReader.name(kind, name, parent, comment));
            }
          });
    } catch (ServerGoneException e) {
      log.debug("no names for completion", e);
    }
  }

  private static NameSnapshot.Name name(String kind, String name, String parent, String comment) {
    return new NameSnapshot.Name(NameSnapshot.Kind.valueOf(kind), name, parent, comment);
  }
}
