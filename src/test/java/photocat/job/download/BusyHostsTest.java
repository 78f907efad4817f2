package photocat.job.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import photocat.fetch.HostState;

final class BusyHostsTest {
  private final BusyHosts hosts = new BusyHosts();

  @Test
  void tellsOfTheBusiestWithTheirLimits() {
    hosts.add(
        List.of(
            state("a.example", 1, 0, 2, ""),
            state("b.example", 16, 400, 16, "at_limit"),
            state("c.example", 2, 9, 2, "pace"),
            state("d.example", 1, 1, 6, "")));

    assertThat(hosts.texts())
        .containsExactly("b.example 16/16 at_limit", "c.example 2/2 pace", "d.example 1/6");
  }

  @Test
  void forgetsHostsThatAreDone() {
    hosts.add(List.of(state("a.example", 1, 5, 2, ""), state("b.example", 1, 2, 2, "")));
    hosts.add(List.of(state("a.example", 0, 0, 2, "")));

    assertThat(hosts.texts()).containsExactly("b.example 1/2");
  }

  private static HostState state(String host, int inFlight, int waiting, int limit, String reason) {
    return new HostState(
        host,
        limit,
        inFlight,
        waiting,
        OptionalDouble.empty(),
        Optional.empty(),
        reason,
        Optional.empty(),
        0,
        0,
        0,
        0);
  }
}
