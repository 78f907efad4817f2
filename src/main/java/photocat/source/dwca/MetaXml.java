package photocat.source.dwca;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.OutsideXml;

/**
 * Walks through an XML document from outside, forward only: no DTD, no entities but XML's own five,
 * nothing from elsewhere, and no more than a bounded size. Not thread-safe.
 */
final class MetaXml implements AutoCloseable {
  private final String where;
  private final XMLStreamReader reader;
  private int line = 1;

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param where the document's name for messages: {@code meta.xml in a.zip}
   */
  MetaXml(InputStream in, String where, long mostBytes) {
    this.where = where;
    try {
      reader = OutsideXml.of(new LimitedInput(in, mostBytes), true);
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** Goes on to the next start or end of an element; false at the document's end. */
  boolean next() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw broken("it has a DOCTYPE, which is not read");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw broken("it refers to the entity '%s'".formatted(OneLine.of(reader.getLocalName())));
        }
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          line = reader.getLocation().getLineNumber();
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  /** Returns the element's name in lower case, without its namespace. */
  String name() {
    return reader.getLocalName().toLowerCase(Locale.ROOT);
  }

  /** Returns an attribute of the element that starts here, whatever the case of its name. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns all text inside the element that starts here and in those in it, and goes to its end.
   */
  String text() {
    return text(link -> {});
  }

  /** The same, with the {@code url} of every element in it handed over. */
  String text(Consumer<String> links) {
    StringBuilder text = new StringBuilder();
    try {
      for (int depth = 1; depth > 0; ) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            attribute("url").ifPresent(links);
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text.append(reader.getText());
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw broken(
                  "it refers to the entity '%s'".formatted(OneLine.of(reader.getLocalName())));
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  /** Returns the line that was reached. */
  int line() {
    return line;
  }

  PhotocatException broken(String found) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot read %s: line %d: %s".formatted(where, line(), found));
  }

  private PhotocatException unreadable(XMLStreamException e) {
    Throwable cause = e.getNestedException();
    if (cause instanceof LimitedInput.TooLargeException) {
      return PhotocatException.of(
          ExitStatus.FAILED, "cannot read %s: %s".formatted(where, cause.getMessage()), e);
    }
    String message = String.valueOf(e.getMessage());
    // It begins with two lines about the place.
    String words =
        message.substring(message.lastIndexOf("Message: ") + 1).replaceFirst("^essage: ", "");
    int at = e.getLocation() == null ? line : Math.max(1, e.getLocation().getLineNumber());
    return PhotocatException.of(
        ExitStatus.FAILED,
        "cannot read %s: line %d: it is no whole XML: %s".formatted(where, at, OneLine.of(words)),
        e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** Fails rather than read more than a document may have. */
  static final class LimitedInput extends FilterInputStream {
    private final long most;
    private long read;

    LimitedInput(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      read += Math.max(count, 0);
      if (read > most) {
        throw new TooLargeException("it is larger than " + Amounts.count(most, "byte"));
      }
      return count;
    }

    /** The reader of XML closes what it has read to the end. */
    @Override
    public void close() {
      // Whoever opened it does.
    }

    /** The document goes on after as many bytes as it may have. */
    static final class TooLargeException extends IOException {
      private static final long serialVersionUID = 1L;

      TooLargeException(String message) {
        super(message);
      }
    }
  }
}
