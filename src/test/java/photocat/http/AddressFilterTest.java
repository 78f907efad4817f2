package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "52.216.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "2600:9000::1",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void openInternetIsAllowed(String address) throws UnknownHostException {
    assertThat(AddressFilter.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.170",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2001:0:1::1"
      })
  void everythingElseIsNot(String address) throws UnknownHostException {
    assertThat(AddressFilter.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe"})
  void otherSpellingsOfTheSameAreNot(String address) throws UnknownHostException {
    assertThat(AddressFilter.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void mappedAddressIsJudgedByTheAddressInIt() throws UnknownHostException {
    byte[] compatible = new byte[16];
    compatible[12] = 8;
    compatible[13] = 8;
    compatible[14] = 8;
    compatible[15] = 8;

    assertThat(AddressFilter.isPublic(InetAddress.getByAddress(compatible))).isTrue();
  }
}
