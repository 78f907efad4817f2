package photocat.shell;

import java.util.List;
import java.util.Optional;
import photocat.remote.CatalogClient;
import photocat.remote.Request;
import photocat.remote.ResultForm;
import photocat.remote.ServerGoneException;

/** The jobs of the process that holds the catalogue, over a connection of its own. */
final class RemoteJobs implements AutoCloseable {
  private final CatalogClient statements;
  private Optional<CatalogClient> news;

  /** Jobs of the process at the other end of {@code statements}, which stays as it is. */
  RemoteJobs(CatalogClient statements) {
    this.statements = statements;
    this.news = statements.another();
  }

  /** Tells whether these are the jobs of the process at the other end of {@code connection}. */
  boolean areOf(CatalogClient connection) {
    return statements == connection;
  }

  /** Shows how far they are, and says which have ended since the call before. */
  void show(JobBoard board, int columns) {
    if (news.isEmpty()) {
      board.status(List.of());
      return;
    }
    StringBuilder bar = new StringBuilder();
    StringBuilder endings = new StringBuilder();
    try {
      ResultForm form = new ResultForm(columns, 0, "", false, false, true);
      news.get()
          .run(
              new Request(Request.What.JOBS, List.of(), "", form, Request.Asking.NOBODY),
              new CatalogClient.Listener() {
                @Override
                public void data(String text) {
                  bar.append(text);
                }

                @Override
                public void narration(String text) {
                  endings.append(text);
                }
              });
    } catch (ServerGoneException e) {
      close();
      news = Optional.empty();
    }
    board.status(board.hasStatusBar() ? bar.toString().lines().toList() : List.of());
    endings.toString().lines().forEach(board::announce);
  }

  @Override
  public void close() {
    news.ifPresent(CatalogClient::close);
  }
}
