package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RetryQuotaTest {
  private final RetryQuota quota = new RetryQuota();

  @Test
  void thirtyFiveFaultsCanBeRetriedSideBySide() {
    int price = RetryQuota.price(Fault.Kind.TRANSIENT);
    int taken = 0;
    while (quota.take(price)) {
      taken++;
    }

    assertThat(taken).isEqualTo(500 / 14);
  }

  @Test
  void photoThatArrivesGivesBackWhatItsRetryTook() {
    int price = RetryQuota.price(Fault.Kind.THROTTLED);
    for (int i = 0; i < 1000; i++) {
      assertThat(quota.take(price)).isTrue();
      quota.giveBack(price);
    }
  }

  @Test
  void photosThatArriveAtOnceFillItUpSlowly() {
    while (quota.take(14)) {
      // All of it.
    }
    for (int i = 0; i < 14; i++) {
      quota.giveBack(0);
    }

    assertThat(quota.take(14)).isTrue();
    assertThat(quota.take(14)).isFalse();
  }

  @Test
  void photosThatAreToBlameThemselvesTakeNothing() {
    assertThat(RetryQuota.price(Fault.Kind.CONTENT)).isZero();
    assertThat(RetryQuota.price(Fault.Kind.SLOW)).isZero();
  }
}
