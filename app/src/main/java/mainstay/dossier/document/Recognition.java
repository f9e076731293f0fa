package mainstay.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mainstay.shared.web.Text;

/// What kind a file is, told by its content: names and what senders say are not asked. Archives are not
/// unpacked; the list of their entries tells enough.
final class Recognition {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] MARK_UTF_16 = {(byte) 0xFF, (byte) 0xFE};
    private static final int WEBP_AT = 8;
    private static final int HEAD = 16;
    private static final int MOST_ENTRIES = 20_000;
    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7F;
    private static final String HARMLESS_CONTROLS = "\t\n\r\f\u001A";
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Recognition() {}

    sealed interface Found {}

    record Known(FileKind kind) implements Found {}

    record Refused(Text reason) implements Found {}

    static Found of(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (begins(head, 0, PDF)) {
            return new Known(FileKind.PDF);
        }
        if (begins(head, 0, PNG)) {
            return new Known(FileKind.PNG);
        }
        if (begins(head, 0, JPEG)) {
            return new Known(FileKind.JPEG);
        }
        if (begins(head, 0, RIFF) && begins(head, WEBP_AT, WEBP)) {
            return new Known(FileKind.WEBP);
        }
        if (begins(head, 0, ZIP)) {
            return office(file);
        }
        boolean text = !begins(head, 0, MARK_UTF_16) && isText(Files.readAllBytes(file));
        return text ? new Known(isTable(name) ? FileKind.CSV : FileKind.TXT) : refused("document.wrong.kind");
    }

    private static boolean isTable(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean begins(byte[] head, int at, byte[] mark) {
        return ByteBuffer.wrap(head)
                .limit(Math.min(head.length, at + mark.length))
                .position(Math.min(at, head.length))
                .equals(ByteBuffer.wrap(mark));
    }

    private static Found office(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return refused("document.wrong.kind");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                names.add(entries.nextElement().getName().toLowerCase(Locale.ROOT));
            }
        } catch (ZipException | IllegalArgumentException broken) {
            return refused("document.wrong.broken");
        }
        if (names.stream().anyMatch(entry -> entry.endsWith("vbaproject.bin"))) {
            return refused("document.wrong.macros");
        }
        if (!names.contains("[content_types].xml")) {
            return refused("document.wrong.kind");
        }
        if (names.contains("word/document.xml")) {
            return new Known(FileKind.DOCX);
        }
        return names.contains("xl/workbook.xml") ? new Known(FileKind.XLSX) : refused("document.wrong.kind");
    }

    private static Found refused(String key) {
        return new Refused(Text.of(key));
    }

    private static boolean isText(byte[] content) {
        for (byte one : content) {
            if ((one >= 0 && one < SPACE && HARMLESS_CONTROLS.indexOf(one) < 0) || one == DELETE) {
                return false;
            }
        }
        return ENCODINGS.stream().anyMatch(encoding -> isWrittenIn(encoding, content));
    }

    private static boolean isWrittenIn(Charset encoding, byte[] content) {
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer some = CharBuffer.allocate(1 << SIZE);
        while (true) {
            var result = decoder.decode(bytes, some, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            some.clear();
        }
    }

    private static final int SIZE = 14;
}
