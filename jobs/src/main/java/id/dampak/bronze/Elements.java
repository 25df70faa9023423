package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of one part of a workbook, in order. The parser is the JDK's, whatever others lie on
 * the class path; nothing that it keeps can grow with the part: texts, depth and names are bounded.
 */
final class Elements implements AutoCloseable {
  static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_NAMES = 1 << 10;
  private static final int DEEPEST = 64;
  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

  private final SourceFile file;
  private final String part;
  private final Reader in;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();

  /** Opens a part, which is named in messages; close the result. */
  Elements(SourceFile file, String part, InputStream content) {
    this.file = file;
    this.part = part;
    try {
      this.in = ShortMarkup.of(Characters.of(content), LONGEST_TEXT);
      this.xml = factory().createXMLStreamReader(in);
    } catch (IOException | XMLStreamException e) {
      throw refused(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(LIMIT + "maxElementDepth", DEEPEST);
    // These two count the five predefined entities of a text, of which a table may have millions.
    factory.setProperty(LIMIT + "totalEntitySizeLimit", 0);
    factory.setProperty(LIMIT + "maxGeneralEntitySizeLimit", 0);
    return factory;
  }

  /** Goes to the next start of an element; false at the end of the part. */
  boolean nextStart() {
    while (next()) {
      if (isStart()) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next start or end of an element; false at the end of the part. */
  boolean nextTag() {
    while (next()) {
      if (isStart() || xml.isEndElement()) {
        return true;
      }
    }
    return false;
  }

  boolean isStart() {
    return xml.isStartElement();
  }

  boolean isStart(String name) {
    return isStart() && name().equals(name);
  }

  boolean isEnd(String name) {
    return xml.isEndElement() && name().equals(name);
  }

  /** The name of the element, without its namespace. */
  String name() {
    return xml.getLocalName();
  }

  /** An attribute of the element that starts, by its name without namespace. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** The text of the element that starts, without that of elements in it; goes to its end. */
  String text() {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (depth >= 0 && next()) {
      if (isStart()) {
        depth++;
      } else if (xml.isEndElement()) {
        depth--;
      } else if (depth == 0 && xml.hasText()) {
        append(text, xml.getText());
      }
    }
    return text.toString();
  }

  /**
   * The texts of all runs of the element that starts, without the readings that East Asian texts
   * have beside them; goes to its end.
   */
  String runs() {
    String end = name();
    StringBuilder text = new StringBuilder();
    int readings = 0;
    while (nextTag() && !isEnd(end)) {
      if (name().equals("rPh")) {
        readings += isStart() ? 1 : -1;
      } else if (readings == 0 && isStart("t")) {
        append(text, text());
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, String more) {
    if (text.length() + more.length() > LONGEST_TEXT) {
      throw refused("has a text of more than %,d characters".formatted(LONGEST_TEXT));
    }
    text.append(more);
  }

  private boolean next() {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        requireFewNames();
      }
      return true;
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  private void requireFewNames() {
    names.add(xml.getName().toString());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      names.add(xml.getAttributeLocalName(i));
    }
    if (names.size() > MOST_NAMES) {
      throw refused("uses more than %,d names of elements".formatted(MOST_NAMES));
    }
  }

  private DampakException refused(Exception e) {
    Throwable cause = e.getCause() instanceof ShortMarkup.Refused refused ? refused : e;
    if (e instanceof XMLStreamException xmlError
        && xmlError.getNestedException() instanceof ShortMarkup.Refused refused) {
      cause = refused;
    }
    if (cause instanceof ShortMarkup.Refused) {
      return refused(String.valueOf(cause.getMessage()));
    }
    // The first line says where, the second what.
    return refused(
        "is no valid XML ("
            + String.valueOf(cause.getMessage()).lines().collect(Collectors.joining(", "))
            + ")");
  }

  /** The part cannot be read; {@code how} follows its name. */
  DampakException refused(String how) {
    return ContainerErrors.badWorkbook(file.input(), file.place(), part, how);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (IOException | XMLStreamException e) {
      throw refused(e);
    }
  }
}
