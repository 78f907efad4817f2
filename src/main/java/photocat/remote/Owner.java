package photocat.remote;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Who this process runs as, and who is at the other end of a socket. */
final class Owner {
  private Owner() {}

  /** Returns the user of this process. A number is taken for a user that has no name. */
  static UserPrincipal ofProcess() {
    try {
      return FileSystems.getDefault()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(Long.toString(new UnixSystem().getUid()));
    } catch (IOException e) {
      throw new IllegalStateException("the system does not tell the user of this process", e);
    }
  }

  /** Tells whether the same user is at both ends, by the word of the kernel. */
  static boolean isSame(SocketChannel channel) throws IOException {
    return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(ofProcess());
  }
}
