package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A spreadsheet file after one look at all its parts: safe to open, and what its sheets are.
record Workbook(List<SheetPart> sheets) {

    private static final long LARGEST_TEXTS = 512L << 20;
    private static final long LARGEST_PART = 4L << 30;
    private static final long SMALL_PART = 16L << 20;
    private static final int LARGEST_RATIO = 200;
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /// One sheet.
    ///
    /// @param merged the areas of merged cells, such as `A2:A5`
    record SheetPart(String name, boolean hidden, long rows, List<String> merged) {}

    static Workbook look(Path path) throws FileRefused {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Map<String, PartScan> parts = new HashMap<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                parts.put(entry.getName(), scanned(zip, entry));
            }
            return new Workbook(sheets(zip, parts));
        } catch (IOException | XMLStreamException e) {
            throw new FileRefused(List.of(RowProblem.ofFile(Reason.WORKBOOK_BROKEN)), e);
        }
    }

    List<SheetPart> shown() {
        return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    }

    private static PartScan scanned(ZipFile zip, ZipEntry entry) throws IOException, FileRefused {
        long largest = entry.getName().equals(TEXTS) ? LARGEST_TEXTS : LARGEST_PART;
        long allowed = Math.clamp(entry.getCompressedSize() * LARGEST_RATIO, SMALL_PART, largest);
        PartScan scan = new PartScan();
        try (InputStream in = new Measured(zip.getInputStream(entry), allowed)) {
            if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                new TagScan(in).each(scan::tag);
            } else {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (Measured.TooMuch e) {
            throw new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_INFLATED)), e);
        }
        if (scan.declares) {
            throw new FileRefused(RowProblem.ofFile(Reason.WORKBOOK_UNSAFE));
        }
        return scan;
    }

    private static List<SheetPart> sheets(ZipFile zip, Map<String, PartScan> parts)
            throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        for (Map<String, String> relation : elements(zip, RELATIONS, "Relationship")) {
            String target = relation.getOrDefault("Target", "");
            targets.put(relation.getOrDefault("Id", ""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        List<SheetPart> sheets = new ArrayList<>();
        for (Map<String, String> sheet : elements(zip, MAIN, "sheet")) {
            PartScan scan = parts.get(targets.getOrDefault(sheet.getOrDefault("id", ""), ""));
            if (scan != null) {
                boolean hidden = sheet.getOrDefault("state", "visible").toLowerCase().contains("hidden");
                sheets.add(new SheetPart(sheet.getOrDefault("name", ""), hidden, scan.rows, List.copyOf(scan.merged)));
            }
        }
        return sheets;
    }

    /// The attributes of all elements of a name, by their local names.
    private static List<Map<String, String>> elements(ZipFile zip, String part, String name)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException(part + " is missing");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Map<String, String>> found = new ArrayList<>();
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    Map<String, String> attributes = new HashMap<>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    found.add(attributes);
                }
            }
        }
        return found;
    }

    /// What the tags of one part tell.
    private static final class PartScan {

        private static final int AREAS_KEPT = 100_000;

        private final List<String> merged = new ArrayList<>();
        private long rows;
        private boolean declares;

        void tag(String tag) {
            String local = tag.substring(tag.indexOf(':') + 1);
            if (tag.startsWith("row ") || tag.equals("row") || local.startsWith("row ")) {
                rows++;
            } else if (tag.startsWith("mergeCell ") || local.startsWith("mergeCell ")) {
                int from = tag.indexOf("ref=\"") + 5;
                int to = tag.indexOf('"', from);
                if (from >= 5 && to > from && merged.size() < AREAS_KEPT) {
                    merged.add(tag.substring(from, to));
                }
            } else if (tag.startsWith("!DOCTYPE") || tag.startsWith("!ENTITY") || tag.indexOf('\0') >= 0) {
                declares = true;
            }
        }
    }
}
