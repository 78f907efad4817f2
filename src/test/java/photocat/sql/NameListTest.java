package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NameListTest {
  @Test
  void separatorsInQuotesBelongToTheName() {
    assertThat(NameList.split("a, b c ,\"d,\"\"e\"", ',')).containsExactly("a", "b c", "d,\"e");
    assertThat(NameList.split("main.\"my.table\"", '.')).containsExactly("main", "my.table");
  }

  @Test
  void whatIsNoNameStaysForWhoeverLooksItUp() {
    assertThat(NameList.split("a,,", ',')).containsExactly("a", "", "");
    assertThat(NameList.split("\"open, b", ',')).containsExactly("\"open, b");
    assertThat(NameList.split("", '.')).containsExactly("");
  }
}
