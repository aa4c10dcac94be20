package milepost.web.manager.flags;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.web.layout.Links;
import milepost.web.layout.Words;

/** Flags as an Atom feed (RFC 4287), latest first. An entry keeps its id as long as its flag lives, wherever the site is. */
final class FlagsAtom {
    static final String TYPE = "application/atom+xml; charset=utf-8";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String site;

    /** A flag with the time at which something last happened to it. */
    record Entry(Flag flag, Instant updated) {
        static Entry of(Flag flag, List<FlagEvent> events) {
            return new Entry(
                    flag,
                    events.isEmpty()
                            ? flag.raisedAt()
                            : events.get(events.size() - 1).at());
        }
    }

    private FlagsAtom(String site) throws XMLStreamException {
        this.site = site;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * The feed.
     *
     * @param site address of the site
     * @param page address of the list with the same filters, below the site
     * @param none when the feed is said to be from while it is empty
     */
    static byte[] of(List<Entry> entries, String site, String page, Instant none) {
        try {
            FlagsAtom atom = new FlagsAtom(site);
            atom.feed(entries, page, none);
            return atom.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed in memory can be written", e);
        }
    }

    private void feed(List<Entry> entries, String page, Instant none) throws XMLStreamException {
        List<Entry> latest = entries.stream()
                .sorted(Comparator.comparing(Entry::updated).reversed())
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", id("list " + page));
        element("title", "Flags in Milepost");
        element("updated", (latest.isEmpty() ? none : latest.get(0).updated()).toString());
        link("alternate", site + page);
        xml.writeStartElement("author");
        element("name", "Milepost");
        xml.writeEndElement();
        for (Entry entry : latest) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void entry(Entry entry) throws XMLStreamException {
        Flag flag = entry.flag();
        xml.writeStartElement("entry");
        element("id", id("flag " + flag.roadmap() + " " + flag.rule() + " " + flag.kind() + " " + flag.subject()));
        element("title", flag.subject() + " " + flag.message());
        element("updated", entry.updated().toString());
        element("published", flag.raisedAt().toString());
        link("alternate", site + Links.flag(flag.id()));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", flag.severity().name());
        element(
                "summary",
                Words.severity(flag.severity()) + ", " + Words.state(flag) + ". Roadmap " + flag.roadmap() + ", rule "
                        + flag.rule() + ".");
        xml.writeEndElement();
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " "));
        xml.writeEndElement();
    }

    private static String id(String what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("milepost " + what).getBytes(StandardCharsets.UTF_8));
    }
}
