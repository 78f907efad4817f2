package photocat.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.Cancellation;

/** However the listener to one answer fails, the next request finds its own answer. */
@Timeout(30)
final class ResponseReaderTest {
  private static final ClientEnvironment VISIT =
      new ClientEnvironment(
          Path.of("/"),
          Path.of("/"),
          Map.of(),
          new ClientEnvironment.Screen(false, false, true, true),
          new ClientEnvironment.Options(List.of(), "never", false, true, true, false));

  @TempDir private Path folder;

  /** What may go wrong where the client shows what it hears. */
  enum Failure {
    OUT_OF_MEMORY,
    STACK_OVERFLOW,
    LINKAGE,
    BUG;

    void meet() {
      switch (this) {
        case OUT_OF_MEMORY -> throw new OutOfMemoryError(name());
        case STACK_OVERFLOW -> throw new StackOverflowError(name());
        case LINKAGE -> throw new NoClassDefFoundError(name());
        case BUG -> throw new IllegalStateException(name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "data, OUT_OF_MEMORY",
    "data, STACK_OVERFLOW",
    "data, LINKAGE",
    "data, BUG",
    "narration, STACK_OVERFLOW",
    "page, OUT_OF_MEMORY",
    "lastPage, STACK_OVERFLOW",
    "name, OUT_OF_MEMORY",
    "name, BUG"
  })
  void nextRequestFindsItsOwnAnswer(String where, Failure failure) throws Exception {
    Path file = folder.resolve("photos.duckdb");
    SocketPlaces places = SocketPlaces.of(file, Map.of());
    Handshake self = Handshake.of("photocat host", Instant.EPOCH, SocketPlaces.identity(file));
    try (CatalogServer server =
            CatalogServer.open(
                places, self, ResponseReaderTest::attend, text -> {}, new Cancellation());
        CatalogClient connection = connect(file, places)) {
      Request.What what = where.equals("name") ? Request.What.NAMES : Request.What.STATEMENT;

      Throwable thrown =
          catchThrowable(() -> connection.run(request(what, "first"), new Heard(where, failure)));
      Heard heard = new Heard("", null);
      ResultStatus ending = connection.run(request(Request.What.STATEMENT, "second"), heard);

      assertThat(thrown).hasMessage(failure.name());
      assertThat(heard.text).hasToString("second");
      assertThat(ending.exitCode()).isEqualTo("second".length());
      assertThat(server).isNotNull();
    }
  }

  private static CatalogClient connect(Path file, SocketPlaces places) throws ServerBusyException {
    while (true) {
      var server =
          CatalogClient.open(file, places, new Caller("client", VISIT, new Cancellation()));
      if (server.isPresent()) {
        return server.get();
      }
      Thread.onSpinWait();
    }
  }

  private static Request request(Request.What what, String word) {
    return new Request(
        what,
        List.of(word),
        "",
        new ResultForm(80, 24, "", false, false, false),
        Request.Asking.NOBODY);
  }

  /** Says something in every way that there is. */
  private static RequestHandler attend(
      Handshake client,
      ClientEnvironment environment,
      Writer data,
      Writer narration,
      RequestHandler.Pages pages) {
    return new RequestHandler() {
      @Override
      public ResultStatus run(Request request, Cancellation cancellation) {
        String word = request.words().get(0);
        try {
          narration.write("a word");
          narration.flush();
          data.write(word);
          data.flush();
          try (Writer opened = pages.open()) {
            opened.write("a page");
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return new ResultStatus(word.length(), false, -1, "", "");
      }

      @Override
      public void names(NameSink names) {
        names.name("table", "one", "", "");
        names.name("table", "two", "", "");
      }

      @Override
      public void stop() {}

      @Override
      public void close() {}
    };
  }

  /** Fails at one place, if anywhere. */
  private static final class Heard implements CatalogClient.Listener {
    private final String where;
    private final @Nullable Failure failure;
    private final StringBuilder text = new StringBuilder();

    Heard(String where, @Nullable Failure failure) {
      this.where = where;
      this.failure = failure;
    }

    private void meet(String place) {
      if (failure != null && place.equals(where)) {
        failure.meet();
      }
    }

    @Override
    public void data(String more) {
      meet("data");
      text.append(more);
    }

    @Override
    public void narration(String more) {
      meet("narration");
    }

    @Override
    public boolean page(String more) {
      meet("page");
      return true;
    }

    @Override
    public void lastPage() {
      meet("lastPage");
    }

    @Override
    public void name(String kind, String name, String parent, String comment) {
      meet("name");
    }
  }
}
