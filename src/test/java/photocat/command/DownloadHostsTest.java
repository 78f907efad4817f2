package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import photocat.fetch.PhotoServer;

/** Whom a download asks, and whom it does not. */
final class DownloadHostsTest extends DownloadFixture {
  @Test
  void privateHostsAreRefusedUnlessAllowed() {
    manifest(2);

    int exitCode = photocat.run("download", "start", "m", base());

    assertThat(exitCode).isEqualTo(3);
    assertThat(server.requests()).isEmpty();
    assertThat(photocat.rows(STATES)).containsExactly("refused|blocked_address|3");
    assertThat(photocat.said())
        .endsWith("\n--allow-private-hosts lets 'download start m' ask private addresses too");
  }

  @Test
  void whoHasAllowedPrivateHostsIsNotToldOfThat() {
    manifest(1);
    String disguised = "http://2130706433:" + server.port();

    int exitCode =
        photocat.run(
            "download", "start", "m", "--allow-private-hosts", "--photo-base-url", disguised);

    assertThat(exitCode).isEqualTo(3);
    assertThat(photocat.rows(STATES)).containsExactly("refused|blocked_address|2");
    assertThat(photocat.said()).doesNotContain("--allow-private-hosts");
  }

  @Test
  void redirectToAPrivateAddressIsNoReasonToAllowThem() {
    manifest(1);
    String location = "Location: http://2130706433:%d/p".formatted(server.port());
    server.onAny(
        PhotoServer.raw(PhotoServer.head(302, location, "Content-Length: 0"), new byte[0], true));

    assertThat(start()).isEqualTo(3);

    assertThat(photocat.rows(STATES)).containsExactly("refused|blocked_redirect|2");
    assertThat(photocat.said()).doesNotContain("--allow-private-hosts");
  }

  @Test
  void strangersAreNotAskedWithoutSayingWhomToWriteTo() {
    manifest(2);

    int exitCode = photocat.run("download", "start", "m");

    assertThat(exitCode).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot download m: inat.example must be told whom to write to\n"
                + "hint: name your e-mail or web address with --contact ADDRESS, or for good with"
                + " PHOTOCAT_CONTACT");
    assertThat(photocat.rows("FROM download_runs")).isEmpty();
  }

  @Test
  void photosThatTheirHostReservesAreRefusedUntilThatIsIgnored() {
    manifest(2);
    server.onAny(
        PhotoServer.raw(
            PhotoServer.head(200, "X-Robots-Tag: noai", "Content-Length: " + PHOTO.length),
            PHOTO,
            true));

    assertThat(start()).isEqualTo(3);
    List<String> before = photocat.rows(STATES);
    assertThat(start()).isEqualTo(3);
    int asked = server.requests().size();
    assertThat(start("--ignore-opt-out")).isZero();

    assertThat(before).containsExactly("refused|opted_out|3");
    assertThat(asked).isEqualTo(2);
    assertThat(photocat.rows(STATES)).containsExactly("done|opted_out|3");
  }

  @Test
  void startThatAllowsPrivateHostsAsksForWhatWasRefusedWithoutIt() {
    manifest(2);
    photocat.run("download", "start", "m", base());

    int exitCode = start();

    assertThat(exitCode).isZero();
    assertThat(photocat.rows(STATES)).containsExactly("done|null|3");
  }

  @Test
  void hostThatRefusesEverythingIsNamedAndAskedOn() {
    manifest(60);
    server.onAny(PhotoServer.status(403));

    int exitCode = start();

    assertThat(exitCode).isEqualTo(3);
    assertThat(photocat.said())
        .startsWith(
            "warning: 127.0.0.1 refused 50 photos in a row (http_403): it may have shut you out;"
                + " 'download retry' asks it again later\n")
        .contains("61 refused (http_403)");
    assertThat(server.requests()).hasSize(60);
  }
}
