package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import photocat.fetch.PhotoServer;
import photocat.source.CuttingProxy;
import photocat.store.BucketServer;
import photocat.store.TestCredentials;

/** Downloads whose photos go to a bucket. */
@ExtendWith(TestCredentials.class)
final class DownloadToBucketTest extends DownloadFixture {
  private BucketServer bucket;
  private String root;

  @BeforeEach
  void openBucket() throws Exception {
    bucket = new BucketServer();
    root = "s3://photos/set?endpoint=" + bucket.url();
    manifest(20);
  }

  @AfterEach
  void closeBucket() {
    bucket.close();
  }

  @Test
  void photosGoToTheBucketAndTheRootIsKept() throws IOException {
    int exitCode = start("--root", "s3://photos/set/", "--s3-endpoint", bucket.url());

    assertThat(exitCode).isZero();
    assertThat(photocat.said()).startsWith("m: 21 of 21 files in " + root + "; 20 photos fetched");
    assertThat(bucket.keys())
        .hasSize(21)
        .contains("set/name_0/1_large.jpg", "set/name_1/1_large.jpg");
    assertThat(bucket.read("set/name_0/2_large.jpg")).isEqualTo(PHOTO);
    assertThat(photocat.rows("SELECT root, outcome FROM download_runs"))
        .containsExactly(root + "|done");
    assertThat(start()).isZero();
    assertThat(photocat.said()).endsWith("; nothing fetched");
    assertThat(photocat.done("download", "status", "m").said()).startsWith("run 2 into " + root);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void photosThatAreThereAreAdoptedOrReplaced() throws IOException {
    bucket.put("set/name_0/2_large.jpg", PHOTO);
    bucket.put("set/name_0/4_large.jpg", Arrays.copyOf(PHOTO, 100));

    int exitCode = start("--root", root);

    assertThat(exitCode).isZero();
    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|1", "done|null|20");
    assertThat(server.paths()).doesNotContain("/photos/2/large.jpg");
    assertThat(bucket.read("set/name_0/4_large.jpg")).isEqualTo(PHOTO);
  }

  @Test
  void verifyFindsWhatIsAmissInTheBucketAndTheNextStartRepairsIt() throws IOException {
    byte[] flipped = PHOTO.clone();
    flipped[PHOTO.length / 2] ^= 1;
    start("--root", root);
    assertThat(photocat.run("verify", "m")).isZero();
    bucket.remove("set/name_0/2_large.jpg");
    bucket.put("set/name_0/4_large.jpg", flipped);
    bucket.put("set/name_0/6_large.jpg", Arrays.copyOf(PHOTO, 100));
    bucket.put("set/stray.jpg", PHOTO);
    bucket.put("settlement/other.jpg", PHOTO);

    int bySize = photocat.run("verify", "m", "--sizes-only");
    String sizes = photocat.said();
    int byHash = photocat.run("verify", "m");
    String hashes = photocat.said();
    assertThat(start()).isEqualTo(3);
    assertThat(bucket.read("set/name_0/4_large.jpg")).isEqualTo(flipped);
    start("--replace-foreign");

    assertThat(List.of(bySize, byHash)).containsExactly(3, 3);
    assertThat(sizes).contains(root + ", wrong: 1 extra, 1 missing, 1 wrong_size;");
    assertThat(hashes).contains(", wrong: 1 extra, 1 wrong_hash, 1 wrong_size;");
    assertThat(bucket.read("set/name_0/4_large.jpg")).isEqualTo(PHOTO);
    bucket.remove("set/stray.jpg");
    assertThat(photocat.run("verify", "m", "--sizes-only")).isZero();
    assertThat(photocat.said())
        .isEqualTo("m: 21 files in " + root + ", all there and as large as fetched");
    assertThat(photocat.run("verify", "m")).isZero();
  }

  @Test
  void bucketThatIsMissingOrEmptyIsToldBeforeAnythingElse() {
    assertThat(start("--root", "s3://none/x", "--s3-endpoint", bucket.url())).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot write photos to s3://none/x?endpoint=%s: there is no such bucket
            hint: make it, or correct --root"""
                .formatted(bucket.url()));
    assertThat(server.requests()).isEmpty();
    assertThat(photocat.rows("FROM download_runs")).isEmpty();
    start("--root", root);
    assertThat(photocat.run("verify", "m", "--root", "s3://photos/st?endpoint=" + bucket.url()))
        .isEqualTo(1);
    assertThat(photocat.said()).contains("nothing is there");
  }

  @Test
  void bucketThatGoesAwayStopsTheRunAndTheNextGoesOn() throws IOException {
    CuttingProxy line = CuttingProxy.before(bucket.port());
    String moved = "s3://photos/set?endpoint=" + line.uri("");
    server.on(
        "/photos/9/large.jpg",
        (out, stage) -> {
          line.close();
          return PhotoServer.ok(PHOTO).send(out, stage);
        });

    assertThat(start("--root", moved, "--connections", "1")).isEqualTo(1);

    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot write photos to "
                + moved
                + ": no connection to the server\n"
                + "hint: check the network, and that the server of --s3-endpoint is on");
    List<String> there = bucket.keys();
    assertThat(there.size()).isLessThan(21);
    server.on("/photos/9/large.jpg", PhotoServer.ok(PHOTO));
    assertThat(start("--root", root)).isZero();
    assertThat(photocat.rows(STATES).get(0)).startsWith("adopted|null|");
    assertThat(bucket.keys()).hasSize(21);
    assertThat(photocat.run("verify", "m")).isZero();
  }

  @Test
  void statesAreRebuiltFromTheBucket() {
    start("--root", root);
    photocat.rows("DELETE FROM download_events");

    photocat.done("download", "rebuild", "m");

    assertThat(photocat.rows(STATES)).containsExactly("adopted|null|21");
    assertThat(start("--dry-run")).isZero();
    assertThat(photocat.rows("SELECT count(*) FROM download_runs")).containsExactly("2");
  }

  @Test
  void runThatBrokeOffIsCheckedInTheBucket() throws IOException {
    start("--root", root);
    photocat.rows("UPDATE download_runs SET finished_at = NULL, outcome = NULL");
    bucket.remove("set/name_0/2_large.jpg");

    assertThat(start()).isZero();

    assertThat(photocat.said())
        .contains("the interrupted run lost or damaged 1 file: asked for again");
    assertThat(bucket.keys()).hasSize(21).contains("set/name_0/2_large.jpg");
  }

  @Test
  void wrongAddressesAreWrongUsage() {
    assertThat(start("--root", "gs://photos")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot keep photos in 'gs://photos'\nhint: photos go to a folder or to s3://bucket/prefix");
    assertThat(start("--s3-endpoint", bucket.url())).isEqualTo(2);
    assertThat(photocat.run("export", "attribution", "m", "--out", "s3://photos/x.csv"))
        .isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }
}
