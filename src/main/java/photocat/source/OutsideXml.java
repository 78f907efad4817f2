package photocat.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import photocat.model.OneLine;

/**
 * XML from outside, read by the JDK's parser: no DTD, no entities but XML's own five, nothing from
 * elsewhere, no deep nesting. What is wrong is an {@link XMLStreamException}, also where the parser
 * stumbles over it. Not thread-safe; closing it does not close the stream.
 */
public final class OutsideXml extends StreamReaderDelegate {
  /** Real ones nest 20 deep; each level takes memory. */
  private static final int DEEPEST = 1_000;

  private static final int DECLARATION_BYTES = 200;
  private static final Pattern ENCODING =
      Pattern.compile(
          "<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"'].*",
          Pattern.DOTALL);

  private int depth;

  private OutsideXml(XMLStreamReader reader) {
    super(reader);
  }

  /**
   * Begins to read {@code in}.
   *
   * @param isCoalescing whether a text comes in one piece
   */
  public static XMLStreamReader of(InputStream in, boolean isCoalescing) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, isCoalescing);
    // Newer Javas stop at 100 with words of their own; who reads has a bound.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setXMLResolver(
        (publicId, systemId, base, space) -> {
          throw new XMLStreamException("it refers to something outside");
        });
    try {
      return new OutsideXml(factory.createXMLStreamReader(decoded(in)));
    } catch (XMLStreamException e) {
      throw told(e);
    } catch (IOException | RuntimeException e) {
      throw new XMLStreamException(e.getMessage(), e);
    }
  }

  private static XMLStreamException told(XMLStreamException e) {
    return e.getNestedException() instanceof CharacterCodingException
        ? new XMLStreamException("it is not in UTF-8, or not in the encoding that it names")
        : e;
  }

  /** The parser would print a line on standard error for bytes that are no text. */
  private static Reader decoded(InputStream in) throws IOException {
    BufferedInputStream whole = new BufferedInputStream(in);
    whole.mark(DECLARATION_BYTES);
    String start = new String(whole.readNBytes(DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    whole.reset();
    int mark = start.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    whole.skipNBytes(mark);
    return new InputStreamReader(whole, charset(start.substring(mark)).newDecoder());
  }

  private static Charset charset(String start) throws UnsupportedEncodingException {
    if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
      return StandardCharsets.UTF_16;
    }
    if (start.startsWith("<\0")) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.startsWith("\0<")) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher matcher = ENCODING.matcher(start);
    if (!matcher.matches()) {
      return StandardCharsets.UTF_8;
    }
    if (!Charset.isSupported(matcher.group(1))) {
      throw new UnsupportedEncodingException(
          "the encoding '%s' is not known here".formatted(OneLine.of(matcher.group(1))));
    }
    return Charset.forName(matcher.group(1));
  }

  @Override
  public int next() throws XMLStreamException {
    int event;
    try {
      event = super.next();
    } catch (XMLStreamException e) {
      throw told(e);
    } catch (RuntimeException e) {
      throw new XMLStreamException("the parser gave up: " + e.getMessage(), e);
    }
    depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    if (depth > DEEPEST) {
      throw new XMLStreamException("its elements are nested more than 1,000 deep", getLocation());
    }
    return event;
  }
}
