package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 5 GB an hour, 24 GB a day, each kept a minute longer to be sure. */
final class ByteQuotaTest {
  private static final long GB = 1_000_000_000;
  private final ByteQuota quota =
      ByteQuota.of(
          HostTable.withOwn(HostTableTest.HEADER + "h.example,,2,2,4,4,5,24,no,it says so")
              .rule("h.example", "/", false));

  @Test
  void hourIsWhateverHourEndsNow() {
    quota.spend(4 * GB, at(0));
    quota.spend(GB, at(30));

    assertThat(quota.spentFor(at(59))).isEqualTo(Duration.ofMinutes(2));
    assertThat(quota.spentFor(at(61))).isZero();
  }

  @Test
  void staysSpentUntilATenthIsFreeAgain() {
    quota.spend(GB / 10, at(0));
    quota.spend(GB, at(10));
    quota.spend(4 * GB, at(20));

    assertThat(quota.spentFor(at(30))).isEqualTo(Duration.ofMinutes(41));
  }

  @Test
  void dayCountsToo() {
    for (int hour = 0; hour < 6; hour++) {
      quota.spend(4 * GB, at(60L * hour));
    }

    assertThat(quota.spentFor(at(600))).isEqualTo(Duration.ofMinutes(841));
  }

  @Test
  void belowTheLimitNothingWaits() {
    quota.spend(5 * GB - 1, at(0));

    assertThat(quota.spentFor(at(1))).isZero();
  }

  @Test
  void hostWithoutAQuotaIsNeverSpent() {
    ByteQuota none = ByteQuota.of(HostTable.SHIPPED.rule("museum.example", "/", false));
    none.spend(Long.MAX_VALUE, at(0));

    assertThat(none.spentFor(at(1))).isZero();
  }

  private static long at(long minutes) {
    return Duration.ofMinutes(minutes).toNanos();
  }
}
