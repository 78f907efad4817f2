package photocat.source.lists;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import photocat.source.OutsideXml;

/**
 * Walks through the XML of a part of a workbook. Names are compared without their namespaces, of
 * which programs write several. Nothing outside the part is ever read. Not thread-safe.
 */
final class XmlPart implements Closeable {
  private final String name;
  private final InputStream in;
  private final XMLStreamReader xml;

  /** Reads {@code in}, which it closes; {@code name} is for messages. */
  XmlPart(String name, InputStream in) throws IOException {
    this.name = name;
    this.in = in;
    try {
      this.xml = OutsideXml.of(in, false);
    } catch (XMLStreamException e) {
      in.close();
      throw wrong(e);
    }
  }

  /** Moves on to the next start or end of an element, or text; returns false at the end. */
  boolean next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new IOException("%s declares entities, which no workbook does".formatted(name));
      }
      return true;
    } catch (XMLStreamException e) {
      throw wrong(e);
    }
  }

  boolean starts(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean starts() {
    return xml.isStartElement();
  }

  boolean ends() {
    return xml.isEndElement();
  }

  boolean ends(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  boolean isText() {
    return xml.isCharacters();
  }

  void appendTo(CellText text) throws IOException {
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** Returns an attribute of the element that starts here, whatever its namespace. */
  Optional<String> attribute(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** Returns an attribute that counts something; 1 where it is absent or no number. */
  long count(String attribute) {
    return attribute(attribute).filter(t -> t.matches("[0-9]{1,15}")).map(Long::valueOf).orElse(1L);
  }

  /** Moves on to the end of the element that starts here. */
  void skip() throws IOException {
    for (int depth = 1; depth > 0 && next(); ) {
      depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
    }
  }

  private IOException wrong(XMLStreamException e) {
    // The bounds of the stream below speak for themselves.
    return e.getNestedException() instanceof IOException bound
        ? bound
        : new IOException("%s is damaged, or not the XML of a workbook".formatted(name), e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
