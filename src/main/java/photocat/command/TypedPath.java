package photocat.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A path, or an address such as {@code s3://bucket/prefix}, which no path type would keep as it is.
 */
public record TypedPath(String typed) {
  private static final String SCHEME = "://";

  /** Reads a path that the user typed. */
  public static final class Reader implements ITypeConverter<TypedPath> {
    @Override
    public TypedPath convert(String typed) {
      TypedPath location = new TypedPath(typed);
      if (!location.isAddress()) {
        path(typed);
      }
      return location;
    }
  }

  /** Reads a path. An empty one would be the current folder, and is a variable that was not set. */
  public static Path path(String typed) {
    if (typed.isEmpty()) {
      throw new TypeConversionException("empty");
    }
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(e.getReason());
    }
  }

  /** Tells whether it names something in the network. */
  public boolean isAddress() {
    return typed.contains(SCHEME);
  }

  /** Returns an address as it was typed, and a path as the user means it. */
  public String in(Context context) {
    return isAddress() ? typed : context.resolve(Path.of(typed)).toString();
  }
}
