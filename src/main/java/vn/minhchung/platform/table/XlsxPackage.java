package vn.minhchung.platform.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.minhchung.kernel.text.Remark;

/**
 * A first look into an XLSX before the library reads it: is it one, does it unpack to a sane size, has it no document type
 * declaration (entities), and which cells are merged, which the library does not tell.
 *
 * @param mergesOfPart merged cells by the path of the sheet's part
 * @param partOfRelation path of a part by its relation id in the workbook
 */
record XlsxPackage(Map<String, List<Merge>> mergesOfPart, Map<String, String> partOfRelation) {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    /** Cells merged into one that spans several rows; its text stands in the first column of the first row. */
    record Merge(int column, int firstRow, int lastRow) {}

    List<Merge> mergesOf(String relation) {
        return mergesOfPart.getOrDefault(partOfRelation.getOrDefault(relation, ""), List.of());
    }

    static XlsxPackage inspect(byte[] bytes) throws TableException, IOException {
        XlsxPackage result = new XlsxPackage(new HashMap<>(), new HashMap<>());
        boolean workbook = false;
        long unpacked = 0;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                byte[] part = read(zip, entry, TableLimits.UNPACKED_BYTES - unpacked);
                unpacked += part.length;
                if (unpacked > TableLimits.UNPACKED_BYTES || ++entries > TableLimits.ENTRIES) {
                    throw new TableException(Remark.of("table.unpacks_too_large"));
                }
                workbook |= entry.getName().equals(WORKBOOK);
                result.look(entry.getName(), part);
            }
        }
        if (!workbook) {
            throw new TableException(Remark.of("table.not_a_table"));
        }
        return result;
    }

    /** The part, cut one byte beyond what is left: the size an entry states for itself is not to be believed. */
    private static byte[] read(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes((int) left + 1);
        }
    }

    private void look(String path, byte[] part) throws TableException {
        if (path.endsWith(".xml") || path.endsWith(".rels")) {
            refuseDocumentType(part);
        }
        try {
            if (path.equals(RELATIONS)) {
                readRelations(part);
            } else if (path.startsWith("xl/worksheets/") && path.endsWith(".xml")) {
                mergesOfPart.put(path, readMerges(part));
            }
        } catch (XMLStreamException e) {
            throw new TableException(Remark.of("table.broken"));
        }
    }

    /** Office never writes one; a file that has one wants to pull something in. */
    private static void refuseDocumentType(byte[] part) throws TableException {
        String start = new String(part, 0, Math.min(part.length, 4_096), StandardCharsets.ISO_8859_1);
        if (start.contains("<!DOCTYPE") || start.contains("<!ENTITY")) {
            throw new TableException(Remark.of("table.broken"));
        }
    }

    private void readRelations(byte[] part) throws XMLStreamException {
        forEach(part, "Relationship", xml -> {
            String id = xml.getAttributeValue(null, "Id");
            String target = xml.getAttributeValue(null, "Target");
            if (id != null && target != null) {
                partOfRelation.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
    }

    private static List<Merge> readMerges(byte[] part) throws XMLStreamException {
        List<Merge> merges = new ArrayList<>();
        forEach(part, "mergeCell", xml -> {
            String text = xml.getAttributeValue(null, "ref");
            Matcher reference = REFERENCE.matcher(text == null ? "" : text);
            if (reference.matches() && merges.size() < TableLimits.ROWS) {
                int first = Integer.parseInt(reference.group(2));
                int last = Integer.parseInt(reference.group(4));
                if (last > first) {
                    merges.add(new Merge(column(reference.group(1)), first, last));
                }
            }
        });
        return List.copyOf(merges);
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    @FunctionalInterface
    private interface Element {
        void read(XMLStreamReader xml);
    }

    private static void forEach(byte[] part, String name, Element element) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        InputStream in = new ByteArrayInputStream(part);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(name)) {
                element.read(xml);
            }
        }
        xml.close();
    }
}
