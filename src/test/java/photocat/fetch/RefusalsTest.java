package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RefusalsTest {
  private static final Fault FORBIDDEN = Fault.http(Fault.Kind.REFUSED, 403);

  private final Refusals refusals = new Refusals();

  @Test
  void fiftyInARowAreNewsOnce() {
    assertThat(newsAfter(49)).isFalse();
    assertThat(newsAfter(1)).isTrue();
    assertThat(newsAfter(200)).isFalse();
  }

  @Test
  void anyOtherAnswerBreaksTheRow() {
    boolean before = newsAfter(49);
    refusals.succeeded();
    boolean afterAPhoto = newsAfter(49);
    boolean gone = refusals.isNews(Fault.http(Fault.Kind.GONE, 404));
    boolean afterA404 = newsAfter(49);

    assertThat(before || afterAPhoto || gone || afterA404).isFalse();
  }

  @Test
  void whatIsNoAnswerDoesNot() {
    boolean before = newsAfter(49);
    boolean lost = refusals.isNews(Fault.CONNECTION_LOST);

    assertThat(before || lost).isFalse();
    assertThat(newsAfter(1)).isTrue();
  }

  @Test
  void optOutsAreNoRefusalsOfThisKind() {
    assertThat(IntStream.range(0, 100).anyMatch(i -> refusals.isNews(Fault.OPTED_OUT))).isFalse();
  }

  private boolean newsAfter(int forbidden) {
    return IntStream.range(0, forbidden).filter(i -> refusals.isNews(FORBIDDEN)).count() > 0;
  }
}
