package mainstay.ledger.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends with an error when more comes out of it than it may hold.
final class Measured extends FilterInputStream {

    private long left;

    /// More came than was allowed.
    static final class TooMuch extends IOException {}

    Measured(InputStream in, long allowed) {
        super(in);
        this.left = allowed;
    }

    @Override
    public int read() throws IOException {
        int unit = super.read();
        take(unit < 0 ? 0 : 1);
        return unit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        take(Math.max(read, 0));
        return read;
    }

    private void take(int units) throws TooMuch {
        left -= units;
        if (left < 0) {
            throw new TooMuch();
        }
    }
}
