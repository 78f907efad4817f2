package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlStartTest {
  @Test
  void knowsWordsInAnyCaseAndLocale() {
    assertThat(SqlStart.isWord("INSERT")).isTrue();
    assertThat(SqlStart.isWord("select")).isTrue();
    assertThat(SqlStart.isWord("status")).isFalse();
  }
}
