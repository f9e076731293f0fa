package mainstay.ledger.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A file on disk after one look at all its bytes: its fingerprint, size and encoding.
///
/// @param limits those it was looked at under, which hold for its look-up file as well
public record SourceFile(
        Path path,
        FileForm form,
        @Nullable Workbook workbook,
        Charset charset,
        int markLength,
        String sha256,
        long bytes,
        FileLimits limits) {

    private static final int LOOKED_AT = 1 << 16;

    public static SourceFile look(Path path, FileLimits limits) throws FileRefused {
        return look(path, limits, Reason.FILE_TOO_LARGE);
    }

    /// Looks at the look-up file that belongs to this one.
    SourceFile lookUp(Path beside) throws FileRefused {
        FileLimits ofLookups = new FileLimits(limits.largestLookup(), limits.largestLookup(), limits.ratio());
        return look(beside, ofLookups, Reason.LOOKUP_TOO_LARGE);
    }

    private static SourceFile look(Path path, FileLimits limits, Reason tooLarge) throws FileRefused {
        try {
            return read(path, FileForm.of(path), limits, tooLarge);
        } catch (EOFException e) {
            throw new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_CUT_OFF, path.getFileName())), e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// The sheets that a user may choose from; none where the file is text.
    public List<String> sheets() {
        return workbook == null ? List.of() : workbook.names();
    }

    static FileRefused unreadable(Path path, Exception cause) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_UNREADABLE, path.getFileName())), cause);
    }

    private static SourceFile read(Path path, FileForm form, FileLimits limits, Reason tooLarge)
            throws IOException, FileRefused {
        MessageDigest digest = sha256Digest();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        Utf8Check utf8 = new Utf8Check();
        boolean compressed = form == FileForm.PACKED_TEXT;
        long packed = Files.size(path);
        long unpacked = 0;
        try (DigestInputStream raw = new DigestInputStream(Files.newInputStream(path), digest);
                InputStream in = compressed ? new GZIPInputStream(raw, LOOKED_AT) : raw) {
            byte[] buffer = new byte[LOOKED_AT];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpacked += n;
                if (unpacked > limits.largest()) {
                    throw new FileRefused(RowProblem.ofFile(tooLarge, path.getFileName(), limits.largest() >> 20));
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
        if (form != FileForm.WORKBOOK && encoding.isNoText(start.toByteArray())) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_TABLE, path.getFileName()));
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Workbook workbook = form == FileForm.WORKBOOK ? Workbook.look(path, packed, limits) : null;
        return new SourceFile(path, form, workbook, encoding.charset(), encoding.markLength(), sha256, packed, limits);
    }

    /// The same file in another encoding; null where the one that was found is right.
    SourceFile in(@Nullable Charset other) {
        return other == null || other.equals(charset)
                ? this
                : new SourceFile(path, form, workbook, other, 0, sha256, bytes, limits);
    }

    public Reader open() throws IOException {
        return open(new AtomicLong());
    }

    /// Opens the text; `consumed` follows the bytes taken from disk.
    public Reader open(AtomicLong consumed) throws IOException {
        InputStream raw = new CountedStream(Files.newInputStream(path), consumed);
        InputStream in = new BufferedInputStream(
                form == FileForm.PACKED_TEXT ? new GZIPInputStream(raw, LOOKED_AT) : raw, LOOKED_AT);
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
