package photocat.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import photocat.FuzzInput;

/** An address is refused, or goes on the wire as one request to one host. The second line moves. */
public final class TargetFuzz {
  private TargetFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String[] lines = FuzzInput.text(data).split("\n", 2);
    try {
      Target target = check(Target.parse(lines[0]));
      if (lines.length > 1) {
        check(target.resolve(lines[1]));
      }
    } catch (FaultException e) {
      assertThat(e.fault()).isNotNull();
    }
  }

  private static Target check(Target target) throws FaultException {
    assertThat(target.path()).startsWith("/").matches("[!-~]+");
    assertThat(target.authority()).matches("[!-~&&[^/@?#\\\\]]+");
    assertThat(target.port()).isBetween(1, 65_535);
    assertThat(Target.parse(target.toString())).isEqualTo(target);
    return target;
  }
}
