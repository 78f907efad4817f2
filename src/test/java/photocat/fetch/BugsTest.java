package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.DefaultEventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on a thread of the network is told to those who wait for its answer. */
@Timeout(30)
final class BugsTest {
  private final Bugs bugs = new Bugs();

  @Test
  void taskThatEndsWellTellsNothing() {
    bugs.guarded(() -> {}).run();

    assertThatCode(bugs::check).doesNotThrowAnyException();
  }

  @Test
  @SuppressWarnings("NullAway") // A null where none may be is the fault that is looked for.
  void errorOfALoopIsKept() throws InterruptedException {
    DefaultEventLoop loop = new DefaultEventLoop();
    LoopClient client =
        new LoopClient(loop, new Bootstrap(), new DefaultTls(), Trial.SETTINGS, bugs);
    Attempt withoutTarget =
        new Attempt(
            1,
            null,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9),
            Optional.empty(),
            () -> {},
            end -> {});

    client.send(new Exchange(withoutTarget, null, Trial.SETTINGS));
    loop.shutdownGracefully(0, 10, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS);

    assertThatThrownBy(bugs::check).isInstanceOf(NullPointerException.class);
  }

  @Test
  void errorInALookupIsAnswered() throws Exception {
    try (FakeDns dns = new FakeDns().on("a.example", "127.0.0.1");
        Resolver resolver =
            new Resolver(
                any -> {
                  throw new StackOverflowError();
                },
                Duration.ofSeconds(5),
                Optional.of(dns.address()))) {
      assertThat(found(resolver).fault()).isEqualTo(Fault.DNS_FAILED);
    }
  }

  private static Resolver.Resolution found(Resolver resolver) throws Exception {
    CompletableFuture<Resolver.Resolution> found = new CompletableFuture<>();
    resolver.resolve("a.example", found::complete);
    return found.get(20, TimeUnit.SECONDS);
  }
}
