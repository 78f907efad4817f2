package photocat.http;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells the addresses of the open internet from those of this machine, this network and the
 * machinery of clouds, which no address in somebody else's data may reach (RFC 6890, RFC 4193, RFC
 * 6052, RFC 6598).
 */
public final class AddressFilter {
  private AddressFilter() {}

  /** Tells whether {@code address} is on the open internet. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && (second != 0 || bytes[at + 2] != 0);
      case 198 -> second != 18 && second != 19;
      default -> first < 224;
    };
  }

  private static boolean isPublic6(byte[] bytes) {
    if ((bytes[0] & 0xfe) == 0xfc) {
      return false;
    }
    // Forms that carry an IPv4 address: mapped and compatible (::/80), 64:ff9b::/96, 6to4.
    if (isZero(bytes, 0, 10)) {
      return isPublic4(bytes, 12);
    }
    if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) {
      return isZero(bytes, 4, 12) && isPublic4(bytes, 12);
    }
    if (startsWith(bytes, 0x20, 0x02)) {
      return isPublic4(bytes, 2);
    }
    return !startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
