package photocat.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class PhotoDigestTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(3, 300, 200);

  @Test
  void readsSizeHashAndStructureInOnePass() throws IOException, NoSuchAlgorithmException {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO));

    PhotoFacts facts = PhotoDigest.read(Channels.newChannel(new ByteArrayInputStream(PHOTO)));

    assertThat(facts.sizeBytes()).isEqualTo(PHOTO.length);
    assertThat(facts.sha256()).isEqualTo(sha256);
    assertThat(facts.image().isWhole()).isTrue();
    assertThat(facts.image().widthPx()).isEqualTo(300);
  }

  @Test
  void leavesTheBufferForTheNextReader() {
    ByteBuffer bytes = ByteBuffer.wrap(PHOTO);

    new PhotoDigest().update(bytes);

    assertThat(bytes.remaining()).isEqualTo(PHOTO.length);
  }
}
