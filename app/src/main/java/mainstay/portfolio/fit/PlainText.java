package mainstay.portfolio.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A text file of any name, packed or not, in the encoding that its bytes show: what a byte order mark says, else
/// UTF-8 where every byte fits it, else GB18030.
record PlainText(Path file, Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    static PlainText of(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = bytes(file)) {
            start = bytes.readNBytes(3);
        }
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new PlainText(file, StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new PlainText(file, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new PlainText(file, StandardCharsets.UTF_16BE, 2);
        }
        return new PlainText(file, isUtf8(file) ? StandardCharsets.UTF_8 : GB18030, 0);
    }

    BufferedReader open() throws IOException {
        InputStream bytes = bytes(file);
        bytes.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(bytes, charset));
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (InputStreamReader strict = new InputStreamReader(
                bytes(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[1 << 13];
            while (strict.read(buffer) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
