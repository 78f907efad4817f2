package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EtagTrustTest {
  private static final Target.Origin S3 = new Target.Origin(true, "s3.example", 443);
  private static final Target.Origin MUSEUM = new Target.Origin(true, "museum.example", 443);

  private final EtagTrust trust = new EtagTrust();

  @Test
  void serverIsBelievedAfterAHundredMatches() {
    for (int i = 0; i < 100; i++) {
      assertThat(trust.isDamaged(S3, true)).isFalse();
    }

    assertThat(trust.isDamaged(S3, false)).isTrue();
    assertThat(trust.isDamaged(MUSEUM, false)).isFalse();
  }

  @Test
  void serverThatMeansSomethingElseIsNeverBelieved() {
    for (int i = 0; i < 99; i++) {
      assertThat(trust.isDamaged(MUSEUM, true)).isFalse();
    }

    assertThat(trust.isDamaged(MUSEUM, false)).isFalse();
    assertThat(trust.isDamaged(MUSEUM, true)).isFalse();
    assertThat(trust.isDamaged(MUSEUM, false)).isFalse();
  }

  @Test
  void readsWhatATagMeans() {
    assertThat(Etag.md5("\"D41D8CD98F00B204E9800998ECF8427E\""))
        .contains("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(Etag.md5("\"d41d8cd98f00b204e9800998ecf8427e-2\"")).isEmpty();
    assertThat(Etag.md5("W/\"d41d8cd98f00b204e9800998ecf8427e\"")).isEmpty();
    assertThat(Etag.isStrong("\"a\"")).isTrue();
    assertThat(Etag.isStrong("W/\"a\"")).isFalse();
    assertThat(Etag.isStrong("\"\"")).isFalse();
  }
}
