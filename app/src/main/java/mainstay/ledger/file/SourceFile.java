package mainstay.ledger.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/// A file on disk after one look at all its bytes: its fingerprint, size and encoding.
///
/// @param limits those it was looked at under, which hold for its look-up file as well
public record SourceFile(
        Path path, boolean compressed, Charset charset, int markLength, String sha256, long bytes, FileLimits limits) {

    private static final int LOOKED_AT = 1 << 16;

    public static SourceFile look(Path path, FileLimits limits) throws FileRefused {
        return look(path, limits, limits.largest(), Reason.FILE_TOO_LARGE);
    }

    /// Looks at the look-up file that belongs to this one.
    SourceFile lookUp(Path beside) throws FileRefused {
        return look(beside, limits, limits.largestLookup(), Reason.LOOKUP_TOO_LARGE);
    }

    private static SourceFile look(Path path, FileLimits limits, long largest, Reason tooLarge) throws FileRefused {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".csv.gz") && !name.endsWith(".txt")) {
            throw new FileRefused(RowProblem.ofFile(Reason.FILE_TYPE, path.getFileName()));
        }
        try {
            return read(path, name.endsWith(".gz"), limits, largest, tooLarge);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static FileRefused unreadable(Path path, Exception cause) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_UNREADABLE, path.getFileName())), cause);
    }

    private static SourceFile read(Path path, boolean compressed, FileLimits limits, long largest, Reason tooLarge)
            throws IOException, FileRefused {
        MessageDigest digest = sha256Digest();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        Utf8Check utf8 = new Utf8Check();
        long packed = Files.size(path);
        long unpacked = 0;
        try (DigestInputStream raw = new DigestInputStream(Files.newInputStream(path), digest);
                InputStream in = compressed ? new GZIPInputStream(raw, LOOKED_AT) : raw) {
            byte[] buffer = new byte[LOOKED_AT];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpacked += n;
                if (unpacked > largest) {
                    throw new FileRefused(RowProblem.ofFile(tooLarge, path.getFileName(), largest >> 20));
                }
                if (compressed && limits.isInflated(unpacked, packed)) {
                    throw new FileRefused(RowProblem.ofFile(Reason.FILE_INFLATED, path.getFileName(), limits.ratio()));
                }
                utf8.accept(buffer, n);
                start.write(buffer, 0, Math.min(n, LOOKED_AT - start.size()));
            }
            raw.transferTo(OutputStream.nullOutputStream());
        }
        Encoding encoding = Encoding.of(start.toByteArray(), utf8.valid());
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new SourceFile(path, compressed, encoding.charset(), encoding.markLength(), sha256, packed, limits);
    }

    public Reader open() throws IOException {
        return open(new AtomicLong());
    }

    /// Opens the text; `consumed` follows the bytes taken from disk.
    public Reader open(AtomicLong consumed) throws IOException {
        InputStream raw = new CountedStream(Files.newInputStream(path), consumed);
        InputStream in = new BufferedInputStream(compressed ? new GZIPInputStream(raw, LOOKED_AT) : raw, LOOKED_AT);
        in.skipNBytes(markLength);
        return new InputStreamReader(in, charset);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
