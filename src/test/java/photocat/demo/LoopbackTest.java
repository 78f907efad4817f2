package photocat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoopbackTest {
  @Test
  void isTheAddressThatPagesAndProgramsSay() {
    assertThat(Loopback.host()).isEqualTo("127.0.0.1");
    assertThat(Loopback.fault("127.0.0.1")).isEmpty();
  }

  /** An address for documentation, which no machine has. */
  @Test
  void saysWhyAnAddressIsNotReached() {
    assertThat(Loopback.fault("192.0.2.1")).hasValueSatisfying(why -> assertThat(why).isNotBlank());
  }
}
