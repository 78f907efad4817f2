package photocat.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gaul.s3proxy.AuthenticationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.image.PhotoDigest;
import photocat.source.CuttingProxy;
import photocat.store.BucketServer;
import photocat.store.HeldListing;
import photocat.store.Leftovers;
import photocat.store.PhotoPart;
import photocat.store.PhotoRoot;
import photocat.store.RunParts;
import photocat.store.StoreAddress;
import photocat.store.StoreSettings;
import photocat.store.TestCredentials;
import photocat.store.Unread;
import photocat.store.UploadNotes;

@ExtendWith(TestCredentials.class)
final class S3PhotosTest {
  private static final int PART = S3Part.PART_BYTES;

  private BucketServer server;
  private CuttingProxy line;
  private final HeldUploads notes = new HeldUploads();
  private PhotoRoot photos;

  @BeforeEach
  void open() throws Exception {
    server = new BucketServer();
    line = CuttingProxy.before(server.port());
    photos = open("photos/set/one", line, notes);
  }

  @AfterEach
  void close() throws Exception {
    photos.close();
    line.close();
    server.close();
  }

  @Test
  void keepsPhotosBelowThePrefixUnderTheirNames() throws IOException {
    photos.prepare();
    write("a/1.jpg", bytes(1000));
    photos.addName("a/1.jpg", "b/1.jpg");

    assertThat(server.keys()).containsExactlyInAnyOrder("set/one/a/1.jpg", "set/one/b/1.jpg");
    assertThat(photos.find("a/1.jpg")).hasValue(1000);
    assertThat(photos.find("a/2.jpg")).isEmpty();
    assertThat(sha256(read("b/1.jpg"))).isEqualTo(sha256(bytes(1000)));
    assertThat(listed()).isEqualTo(Map.of("a/1.jpg", 1000L, "b/1.jpg", 1000L));
    assertThat(photos.address()).isEqualTo("s3://photos/set/one?endpoint=" + line.uri(""));
  }

  @Test
  void serverThatAsksForNoCredentialsIsFineToo() throws Exception {
    try (BucketServer anonymous = new BucketServer(AuthenticationType.NONE);
        PhotoRoot here =
            StoreAddress.of("s3://photos", Optional.of(anonymous.url()))
                .open(StoreSettings.DEFAULTS, Optional.empty())) {
      here.prepare();
      PhotoPart part = here.begin("1.png");
      part.write(ByteBuffer.wrap(bytes(10)));
      part.commit();

      assertThat(sha256(anonymous.read("1.png"))).isEqualTo(sha256(bytes(10)));
    }
  }

  @Test
  void newPrefixIsAskedForNoPhoto() throws IOException {
    photos.prepare();
    line.requests().clear();
    for (int i = 0; i < 20; i++) {
      assertThat(photos.find("a/" + i + ".jpg")).isEmpty();
      write("a/" + i + ".jpg", bytes(i + 1));
    }

    assertThat(server.keys()).hasSize(20);
    assertThat(line.requests()).noneMatch(request -> request.startsWith("head"));
    assertThat(line.requests()).anyMatch(request -> request.contains("if-none-match: *"));
  }

  @Test
  void findsWhatIsThere() throws IOException {
    for (int i = 0; i < 1200; i++) {
      server.put("set/one/" + i + ".jpg", bytes(i % 7));
    }
    server.put("set/one-more/a.jpg", bytes(1));
    photos.prepare();

    assertThat(photos.find("0.jpg")).hasValue(0);
    assertThat(photos.find("1199.jpg")).hasValue(1199 % 7);
    assertThat(photos.find("1200.jpg")).isEmpty();
    assertThat(photos.find("a.jpg")).isEmpty();
    assertThat(listed()).hasSize(1200).doesNotContainKey("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PART, PART + 1, 2 * PART, 2 * PART + 70_000})
  void photoOfAnySizeArrivesWhole(int size) throws IOException {
    write("large.jpg", bytes(size));

    assertThat(sha256(server.read("set/one/large.jpg"))).isEqualTo(sha256(bytes(size)));
    assertThat(server.uploads()).isEmpty();
  }

  @Test
  void replacesWhatIsThere() throws IOException {
    server.put("set/one/1.jpg", bytes(5));
    server.put("set/one/2.jpg", bytes(5));

    write("1.jpg", bytes(7));
    write("2.jpg", bytes(PART + 1));

    assertThat(sha256(server.read("set/one/1.jpg"))).isEqualTo(sha256(bytes(7)));
    assertThat(sha256(server.read("set/one/2.jpg"))).isEqualTo(sha256(bytes(PART + 1)));
  }

  @Test
  void keepsWhatIsThereIfItIsTheSame() throws IOException {
    server.put("set/one/1.jpg", bytes(5));

    write("1.jpg", bytes(5));

    assertThat(line.requests()).filteredOn(request -> request.startsWith("put")).hasSize(1);
    assertThat(sha256(server.read("set/one/1.jpg"))).isEqualTo(sha256(bytes(5)));
  }

  @Test
  void sendsAgainWhenTheConnectionIsCut() throws IOException {
    line.cutting(0, 0);

    write("1.jpg", bytes(300_000));

    assertThat(sha256(server.read("set/one/1.jpg"))).isEqualTo(sha256(bytes(300_000)));
  }

  @Test
  void knowsItsOwnPhotoWhenTheAnswerWasLost() throws IOException {
    line.cutting(20);

    write("1.jpg", bytes(300_000));

    assertThat(sha256(server.read("set/one/1.jpg"))).isEqualTo(sha256(bytes(300_000)));
  }

  /** The last cut is behind the answer to the last request. */
  @Test
  void photoInPartsIsWholeOrRefusedWhereverTheConnectionIsCut() throws IOException {
    byte[] photo = bytes(PART + 1);
    List<String> whole = new ArrayList<>();
    for (int answerBytes = 300; answerBytes <= 2100; answerBytes += 300) {
      String name = answerBytes + ".jpg";
      try (CuttingProxy cut = CuttingProxy.before(server.port()).cutting(answerBytes);
          PhotoRoot root = open("photos/cut", cut)) {
        if (isWritten(root, name, photo)) {
          whole.add(name);
        }
      }
    }

    assertThat(whole).contains("2100.jpg");
    for (String name : whole) {
      assertThat(sha256(server.read("cut/" + name))).isEqualTo(sha256(photo));
    }
  }

  @Test
  void readsAgainWhenTheConnectionIsCut() throws IOException {
    server.put("set/one/1.jpg", bytes(300_000));
    line.cutting(100_000);

    assertThat(sha256(read("1.jpg"))).isEqualTo(sha256(bytes(300_000)));
  }

  @Test
  void largePhotoThatIsCutWhileItIsReadIsNotTakenForWhole() {
    server.put("set/one/1.jpg", bytes(3_000_000));
    line.cutting(2_500_000);

    assertThatThrownBy(() -> read("1.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was cut");
  }

  @Test
  void leavesNothingOfAPhotoThatIsGivenUp() throws IOException {
    PhotoPart small = photos.begin("1.jpg");
    small.write(ByteBuffer.wrap(bytes(10)));
    small.discard();
    PhotoPart large = photos.begin("2.jpg");
    large.write(ByteBuffer.wrap(bytes(PART + 10)));
    large.discard();

    assertThat(server.keys()).isEmpty();
    assertThat(server.uploads()).isEmpty();
  }

  @Test
  void givesUpUploadsThatWereNotedAndNobodyElses() throws IOException {
    photos.begin("1.jpg").write(ByteBuffer.wrap(bytes(PART + 10)));
    List<Leftovers.Upload> ours = notes.open();
    try (PhotoRoot theirs = open("photos/set/one", line)) {
      theirs.begin("1.jpg").write(ByteBuffer.wrap(bytes(PART + 10)));
      theirs.begin("2.jpg").write(ByteBuffer.wrap(bytes(PART + 10)));
    }
    List<Unread> left = new ArrayList<>();

    photos.remove(new Leftovers(Set.of(), List.of(), ours), left::add);
    photos.remove(new Leftovers(Set.of(), List.of(), ours), left::add);

    assertThat(ours).hasSize(1);
    assertThat(left).isEmpty();
    assertThat(server.uploads()).containsExactlyInAnyOrder("set/one/1.jpg", "set/one/2.jpg");
  }

  @Test
  void notesUploadsUntilTheyAreCompleteOrGivenUp() throws IOException {
    PhotoPart whole = photos.begin("1.jpg");
    whole.write(ByteBuffer.wrap(bytes(PART + 10)));
    PhotoPart givenUp = photos.begin("2.jpg");
    givenUp.write(ByteBuffer.wrap(bytes(PART + 10)));
    List<String> meanwhile = notes.open().stream().map(Leftovers.Upload::name).toList();
    whole.commit();
    givenUp.discard();

    assertThat(meanwhile).containsExactlyInAnyOrder("1.jpg", "2.jpg");
    assertThat(notes.open()).isEmpty();
  }

  @Test
  void uploadThatCannotBeNotedIsGivenUp() throws IOException {
    notes.refusal = "the catalogue has no room";
    PhotoPart part = photos.begin("1.jpg");

    assertThatThrownBy(() -> part.write(ByteBuffer.wrap(bytes(PART + 10))))
        .hasMessage("the catalogue has no room");
    part.discard();

    assertThat(server.uploads()).isEmpty();
  }

  @Test
  void tellsWhetherThereIsAnything() {
    assertThat(photos.isThere()).isFalse();
    server.put("set/one/1.jpg", bytes(1));

    assertThat(photos.isThere()).isTrue();
  }

  @Test
  void refusesUnsafeNames() {
    assertThatThrownBy(() -> photos.begin("../1.jpg")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> photos.find("/1.jpg")).isInstanceOf(IllegalArgumentException.class);
  }

  private static PhotoRoot open(String place, CuttingProxy line) {
    return open(place, line, UploadNotes.NONE);
  }

  private static PhotoRoot open(String place, CuttingProxy line, UploadNotes notes) {
    return StoreAddress.of("s3://" + place, Optional.of(line.uri("").toString()))
        .open(StoreSettings.DEFAULTS, Optional.empty(), new RunParts("ours", notes));
  }

  private static boolean isWritten(PhotoRoot root, String name, byte[] photo) {
    try {
      write(root, name, photo);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void write(String name, byte[] content) throws IOException {
    write(photos, name, content);
  }

  private static void write(PhotoRoot root, String name, byte[] content) throws IOException {
    PhotoPart part = root.begin(name);
    int half = content.length / 2;
    part.write(ByteBuffer.wrap(content, 0, half));
    part.write(ByteBuffer.wrap(content, half, content.length - half));
    part.commit();
  }

  private byte[] read(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ReadableByteChannel photo = photos.open(name)) {
      Channels.newInputStream(photo).transferTo(bytes);
    }
    return bytes.toByteArray();
  }

  private Map<String, Long> listed() throws IOException {
    HeldListing listing = new HeldListing();
    photos.list(listing);
    return listing.files;
  }

  /** Two photos that differ are not to fill the screen. */
  private static String sha256(byte[] photo) throws IOException {
    return PhotoDigest.read(Channels.newChannel(new ByteArrayInputStream(photo))).sha256();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
