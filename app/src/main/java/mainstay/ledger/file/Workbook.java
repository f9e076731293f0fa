package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A spreadsheet file after one look at all its parts: safe to open, and what its sheets are.
record Workbook(List<SheetPart> sheets) {

    private static final String TYPES = "[content_types].xml";
    private static final String MAIN = "xl/workbook.xml";
    private static final String MAIN_TYPE = "sheet.main+xml";
    private static final List<String> READ_TYPES = List.of(MAIN_TYPE, "main+xml", "sharedStrings+xml", "styles+xml");

    /// One sheet.
    ///
    /// @param merged the areas of merged cells, such as `A2:A5`
    /// @param open   whether it has formulas without a stored result
    record SheetPart(String name, boolean hidden, long rows, boolean filled, List<String> merged, boolean open) {}

    static Workbook look(Path path, long packed, FileLimits limits) throws FileRefused {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Parts parts = new Parts(zip, path, packed, limits);
            return new Workbook(sheets(parts));
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw broken(path, e);
        }
    }

    /// Those with rows that nobody hid.
    List<SheetPart> filled() {
        return sheets.stream()
                .filter(sheet -> sheet.filled() && !sheet.hidden())
                .toList();
    }

    List<String> names() {
        return filled().stream().map(SheetPart::name).toList();
    }

    static FileRefused broken(Path path, Exception cause) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.WORKBOOK_BROKEN, path.getFileName())), cause);
    }

    private static List<SheetPart> sheets(Parts parts) throws IOException, XMLStreamException, FileRefused {
        String main = main(parts);
        Map<String, String> targets = targets(parts, main);
        List<SheetPart> sheets = new ArrayList<>();
        for (Map<String, String> sheet : parts.elements(main, "sheet")) {
            PartScan scan = parts.scan(targets.getOrDefault(sheet.getOrDefault("id", ""), ""));
            if (scan != null) {
                if (scan.highest() >= parts.texts()) {
                    throw new IOException("text " + scan.highest() + " is not there");
                }
                boolean hidden = sheet.getOrDefault("state", "visible")
                        .toLowerCase(Locale.ROOT)
                        .contains("hidden");
                String name = sheet.getOrDefault("name", "");
                sheets.add(new SheetPart(name, hidden, scan.rows(), scan.values() > 0, scan.merged(), scan.isOpen()));
            }
        }
        return sheets;
    }

    /// The part with the list of sheets. All parts that a reader opens must be XML by name, for only those were
    /// looked through.
    private static String main(Parts parts) throws IOException, XMLStreamException, FileRefused {
        String main = MAIN;
        for (Map<String, String> part : parts.elements(TYPES, "Override")) {
            String type = part.getOrDefault("ContentType", "");
            String name = part.getOrDefault("PartName", "").replaceFirst("^/", "");
            if (READ_TYPES.stream().anyMatch(type::endsWith) && !Parts.isXml(name)) {
                throw new IOException(name + " should be XML");
            }
            main = type.endsWith(MAIN_TYPE) || type.endsWith("macroEnabled.main+xml") ? name : main;
        }
        if (parts.scan(main) == null) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_WORKBOOK, parts.path.getFileName()));
        }
        return main;
    }

    private static Map<String, String> targets(Parts parts, String main) throws IOException, XMLStreamException {
        int folder = main.lastIndexOf('/') + 1;
        String relations = main.substring(0, folder) + "_rels/" + main.substring(folder) + ".rels";
        Map<String, String> targets = new HashMap<>();
        for (Map<String, String> relation : parts.elements(relations, "Relationship")) {
            String target = relation.getOrDefault("Target", "");
            boolean absolute = target.startsWith("/");
            targets.put(
                    relation.getOrDefault("Id", ""),
                    absolute ? target.substring(1) : main.substring(0, folder) + target);
        }
        return targets;
    }

    /// The parts of a workbook, all of them looked through.
    private static final class Parts {

        private final ZipFile zip;
        private final Path path;
        private final long packed;
        private final FileLimits limits;
        private final Map<String, ZipEntry> entries = new HashMap<>();
        private final Map<String, PartScan> scans = new HashMap<>();
        private long unpacked;

        Parts(ZipFile zip, Path path, long packed, FileLimits limits) throws IOException, FileRefused {
            this.zip = zip;
            this.path = path;
            this.packed = packed;
            this.limits = limits;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entries.put(key(entry.getName()), entry) != null) {
                    throw new IOException(entry.getName() + " is there twice");
                }
            }
            if (!entries.containsKey(TYPES)) {
                throw new FileRefused(RowProblem.ofFile(Reason.NO_WORKBOOK, path.getFileName()));
            }
            for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                if (isXml(entry.getKey())) {
                    scans.put(entry.getKey(), look(entry.getValue()));
                }
            }
        }

        static boolean isXml(String name) {
            String key = key(name);
            return key.endsWith(".xml") || key.endsWith(".rels");
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        @Nullable
        PartScan scan(String name) {
            return scans.get(key(name));
        }

        /// How many shared texts there are.
        long texts() {
            return scans.values().stream().mapToLong(PartScan::items).sum();
        }

        private PartScan look(ZipEntry entry) throws IOException, FileRefused {
            boolean kept = key(entry.getName()).contains("sharedstrings");
            long largest = kept ? Math.min(limits.largest(), limits.largestLookup()) : limits.largest();
            PartScan scan = new PartScan();
            try (InputStream in = zip.getInputStream(entry)) {
                if (!scan.over(in, bytes -> bytes <= largest && fits(bytes))) {
                    throw new FileRefused(tooLarge(scan.bytes(), largest));
                }
            }
            unpacked += scan.bytes();
            if (scan.isUnsafe()) {
                throw new FileRefused(RowProblem.ofFile(Reason.WORKBOOK_UNSAFE, path.getFileName()));
            }
            return scan;
        }

        private boolean fits(long more) {
            return unpacked + more <= limits.largest() && !limits.isInflated(unpacked + more, packed);
        }

        private RowProblem tooLarge(long bytes, long largest) {
            Path name = path.getFileName();
            return limits.isInflated(unpacked + bytes, packed)
                    ? RowProblem.ofFile(Reason.FILE_INFLATED, name, limits.ratio())
                    : RowProblem.ofFile(Reason.FILE_TOO_LARGE, name, largest >> 20);
        }

        /// The attributes of all elements of a name, by their local names.
        List<Map<String, String>> elements(String part, String name) throws IOException, XMLStreamException {
            ZipEntry entry = entries.get(key(part));
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
                        found.add(attributes(xml));
                    }
                }
            }
            return found;
        }

        private static Map<String, String> attributes(XMLStreamReader xml) {
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            return attributes;
        }
    }
}
