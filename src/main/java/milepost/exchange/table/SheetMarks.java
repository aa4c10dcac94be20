package milepost.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet shows other than its cells say.
 *
 * @param merged places where one cell stands for several rows
 * @param hiddenColumns how many columns nobody sees
 */
record SheetMarks(List<Area> merged, int hiddenColumns) {
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** A cell that stands for those below it, counted from 0; the last row is part of it. */
    record Area(int column, int first, int last) {}

    /** Of the sheet that the workbook knows under this id; INVALID when the file cannot be read. */
    static SheetMarks of(byte[] book, String id) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                .get()) {
            Optional<ZipArchiveEntry> sheet = part(zip, id);
            return sheet.isEmpty() ? new SheetMarks(List.of(), 0) : read(zip, sheet.get());
        } catch (IOException | XMLStreamException e) {
            throw Workbooks.unreadable();
        }
    }

    /** Whether cells have formats, by which dates are told from numbers; a workbook need not have any. */
    static boolean styled(byte[] book) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                .get()) {
            return Collections.list(zip.getEntries()).stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).contains("styles"));
        } catch (IOException e) {
            throw Workbooks.unreadable();
        }
    }

    private static Optional<ZipArchiveEntry> part(ZipFile zip, String id) throws IOException, XMLStreamException {
        ZipArchiveEntry relations = zip.getEntry(RELATIONS);
        if (relations == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(relations)) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && id.equals(xml.getAttributeValue(null, "Id"))) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    String name = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    return Optional.ofNullable(zip.getEntry(name));
                }
            }
        }
        return Optional.empty();
    }

    private static SheetMarks read(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
        List<Area> merged = new ArrayList<>();
        int hidden = 0;
        try (InputStream in = zip.getInputStream(part)) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("col")) {
                    hidden += hidden(xml);
                } else if (xml.getLocalName().equals("mergeCell")) {
                    area(String.valueOf(xml.getAttributeValue(null, "ref"))).ifPresent(merged::add);
                }
            }
        }
        return new SheetMarks(List.copyOf(merged), hidden);
    }

    /** Columns beyond those a table may have are the rest of an empty sheet. */
    private static int hidden(XMLStreamReader col) {
        String told = col.getAttributeValue(null, "hidden");
        int first = whole(col.getAttributeValue(null, "min"));
        int last = whole(col.getAttributeValue(null, "max"));
        return ("1".equals(told) || "true".equals(told)) && last <= Limits.COLUMNS ? Math.max(0, last - first + 1) : 0;
    }

    private static int whole(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<Area> area(String range) {
        if (!range.matches("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}")) {
            return Optional.empty();
        }
        String[] corners = range.split(":");
        CellAddress from = new CellAddress(corners[0]);
        CellAddress to = new CellAddress(corners[1]);
        return to.getRow() > from.getRow()
                ? Optional.of(new Area(from.getColumn(), from.getRow(), to.getRow()))
                : Optional.empty();
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }
}
