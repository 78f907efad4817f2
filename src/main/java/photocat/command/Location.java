package photocat.command;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/**
 * A path, or an address such as {@code s3://bucket/prefix}, which no path type would keep as it is.
 */
record Location(String typed) {
  private static final String SCHEME = "://";

  static final class Reader implements ITypeConverter<Location> {
    @Override
    public Location convert(String typed) {
      return new Location(typed.contains(SCHEME) ? typed : Path.of(typed).toString());
    }
  }

  boolean isAddress() {
    return typed.contains(SCHEME);
  }

  /** Returns an address as it was typed, and a path as the user means it. */
  String in(Context context) {
    return isAddress() ? typed : context.resolve(Path.of(typed)).toString();
  }
}
