package mainstay.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Counts rows and adds up what their SHA-256 begins with, in 128 bits: the same rows in any order give the same sum,
/// and a row too many, too few or twice gives another. A row ends with a line feed; those within a value are written
/// `\n` in the text form of COPY.
final class RowSum {

    private final MessageDigest row = Digests.sha256();
    private long rows;
    private long high;
    private long low;
    private boolean begun;

    void add(byte[] bytes, int from, int length) {
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                row.update(bytes, start, i - start);
                endRow();
                start = i + 1;
            }
        }
        if (start < from + length) {
            row.update(bytes, start, from + length - start);
            begun = true;
        }
    }

    private void endRow() {
        ByteBuffer digest = ByteBuffer.wrap(row.digest());
        high += digest.getLong();
        long added = digest.getLong();
        low += added;
        if (Long.compareUnsigned(low, added) < 0) {
            high++;
        }
        rows++;
        begun = false;
    }

    /// Whether the last row had its end.
    boolean isWhole() {
        return !begun;
    }

    long rows() {
        return rows;
    }

    String checksum() {
        return "%016x%016x".formatted(high, low);
    }
}
