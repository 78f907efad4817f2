package photocat.command;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a server. */
public final class WebAddress implements ITypeConverter<URI> {
  @Override
  public URI convert(String typed) throws URISyntaxException {
    URI address = new URI(typed);
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?")) {
      throw new TypeConversionException(typed);
    }
    return address;
  }
}
