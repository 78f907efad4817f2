package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostTableTest {
  static final String HEADER =
      "hosts,path,connections,max_connections,requests_per_s,max_requests_per_s,"
          + "gb_per_hour,gb_per_day,contact,why\n";

  @ParameterizedTest
  @CsvSource({
    "inaturalist-open-data.s3.amazonaws.com,/photos/1/a.jpg,16,512,0,false",
    "other.s3.amazonaws.com,/,16,512,0,true",
    "s3.amazonaws.com,/b/k,16,512,0,true",
    "s3.us-east-1.amazonaws.com,/b/k,16,512,0,true",
    "b.s3.us-east-1.amazonaws.com,/k,16,512,0,true",
    "ec2-1-2-3-4.compute.amazonaws.com,/,2,6,5,true",
    "s3.amazonaws.com.evil.example,/,2,6,5,true",
    "static.inaturalist.org,/photos/1/a.jpg,2,2,4,true",
    "api.gbif.org,/v1/image/cache/x/a.jpg,1,1,0,true",
    "api.gbif.org,/v1/species,2,6,5,true",
    "upload.wikimedia.org,/a.jpg,2,2,0,true",
    "museum.example,/a.jpg,2,6,5,true"
  })
  void shippedTableKnowsThem(
      String host, String path, int connections, int most, double pace, boolean needsContact) {
    HostRule rule = HostTable.SHIPPED.rule(host, path, false);

    assertThat(rule.connections()).isEqualTo(connections);
    assertThat(rule.maxConnections()).isEqualTo(most);
    assertThat(rule.requestsPerSecond()).isEqualTo(pace);
    assertThat(rule.needsContact()).isEqualTo(needsContact);
  }

  @Test
  void quotaOfINaturalistsMediaIsThereWithRoom() {
    HostRule rule = HostTable.SHIPPED.rule("static.inaturalist.org", "/", false);

    assertThat(rule.bytesPerHour()).isEqualTo(4_500_000_000L);
    assertThat(rule.bytesPerDay()).isEqualTo(22_000_000_000L);
  }

  @Test
  void privateHostsAreFastWhateverTheirName() {
    HostRule rule = HostTable.SHIPPED.rule("mirror.museum.example", "/", true);

    assertThat(rule.isFast()).isTrue();
    assertThat(rule.maxConnections()).isEqualTo(512);
    assertThat(rule.needsContact()).isFalse();
  }

  @Test
  void ownRowsComeFirst() {
    HostTable table =
        HostTable.withOwn(
            HEADER + "# a friend\n\nmuseum.example *.museum.example,,8,32,,,,,no,ok\n");

    assertThat(table.rule("museum.example", "/", false).maxConnections()).isEqualTo(32);
    assertThat(table.rule("a.museum.example", "/", false).maxConnections()).isEqualTo(32);
    assertThat(table.rule("amuseum.example", "/", false).maxConnections()).isEqualTo(6);
  }

  @Test
  void pathWithARowOfItsOwnIsScheduledApart() throws FaultException {
    Target cached = Target.parse("https://api.gbif.org/v1/image/cache/occurrence/1");
    Target other = Target.parse("https://api.gbif.org/v1/species");

    assertThat(HostTable.SHIPPED.name(cached)).isEqualTo("api.gbif.org/v1/image/cache");
    assertThat(HostTable.SHIPPED.name(other)).isEqualTo("api.gbif.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h,,1,1,,,,,no|line 2: 9 columns, must be 10",
        ",,1,1,,,,,no,x|line 2: hosts is empty, must name one or more",
        "h,,0,1,,,,,no,x|line 2: connections 0 to 1, must be within 1 to 512",
        "h,,1,600,,,,,no,x|line 2: connections 1 to 600, must be within 1 to 512",
        "h,,many,1,,,,,no,x|line 2: connections is 'many', must be a number",
        "h,,1,1,5,4,,,no,x|line 2: requests_per_s is above max_requests_per_s",
        "h,,1,1,,,,,maybe,x|line 2: contact is 'maybe', must be yes or no",
        "*.h,,1,1,,,5,,no,x|line 2: a host with a quota must be named without *"
      })
  void wrongRowsAreRefusedByLine(String row, String message) {
    assertThatThrownBy(() -> HostTable.withOwn(HEADER + row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void tableWithoutHeaderIsRefused() {
    assertThatThrownBy(() -> HostTable.withOwn("h,,1,1,,,,,no,x"))
        .hasMessageStartingWith("line 1: the header must be hosts,path,");
  }
}
