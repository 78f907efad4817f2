package photocat.model;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why reading or writing failed, in words; the JDK's exceptions often carry a bare name. */
public final class FailureReason {
  private FailureReason() {}

  /** Returns one line: lower case, no full stop, no class names where the JDK gives words. */
  public static String of(IOException failure) {
    String message = OneLine.of(Optional.ofNullable(failure.getMessage()).orElse(""));
    if (failure instanceof EOFException) {
      return "it ends too early, " + (message.isEmpty() ? "it was cut short" : message);
    }
    // The words of Commons Compress, which throws no EOFException.
    if (message.equals("Truncated TAR archive")) {
      return "it ends too early, inside a file of the tar archive";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return OneLine.of(system.getReason());
    }
    if (failure instanceof UnknownHostException) {
      return "unknown host " + message;
    }
    if (failure instanceof SocketTimeoutException || failure instanceof HttpTimeoutException) {
      return "the server does not answer";
    }
    if (failure instanceof ConnectException) {
      return "no connection to the server";
    }
    return message.isEmpty() ? failure.getClass().getSimpleName() : message;
  }
}
