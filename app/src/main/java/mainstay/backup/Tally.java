package mainstay.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/// Passes rows on and keeps count of them.
final class Tally extends OutputStream {

    private final OutputStream next;
    private final RowSum rows = new RowSum();
    private final MessageDigest digest = Digests.sha256();
    private long bytes;

    Tally(OutputStream next) {
        this.next = next;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
        next.write(data, from, length);
        rows.add(data, from, length);
        digest.update(data, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    RowSum rows() {
        return rows;
    }

    /// Of everything that passed; may be asked once.
    String sha256() {
        return Digests.hex(digest);
    }
}
