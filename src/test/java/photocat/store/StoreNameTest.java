package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"1.jpg", "quercus_robur/123_large.jpg", "a/b/c.png", "ölweide/1 (2).jpg", "a..b"})
  void ordinaryNamesAreSafe(String name) {
    assertThat(StoreName.isSafe(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x.jpg",
        "a/../../x.jpg",
        "a//b.jpg",
        "a/",
        "./a.jpg",
        ".hidden",
        "a\\b.jpg",
        "C:x.jpg",
        "a/b\n.jpg",
        "a/b\u0000.jpg",
        "a/b\ud83d.jpg",
        "a/b\u202egpj.exe",
        "a /b.jpg",
        "a./b.jpg",
        "x.jpg.part",
        "a?.jpg",
        " ",
        "a/\u001b[2J.jpg"
      })
  void namesThatLeadElsewhereOrBreakSomewhereAreNot(String name) {
    assertThat(StoreName.isSafe(name)).isFalse();
  }

  @Test
  void segmentsLeaveRoomForTheSuffixOfAPart() {
    assertThat(StoreName.isSafe("é".repeat(125))).isTrue();
    assertThat(StoreName.isSafe("é".repeat(126))).isFalse();
  }
}
