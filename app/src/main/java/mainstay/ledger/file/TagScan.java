package mainstay.ledger.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Runs over the start tags of an XML part without building anything: their names without prefix, and their attributes.
final class TagScan {

    private static final int LONGEST = 512;

    private final InputStream in;
    private final byte[] tag = new byte[LONGEST];

    TagScan(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// Calls back for each tag; of one longer than 512 bytes only the beginning is told.
    void each(Consumer<String> taker) throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '<') {
                int length = 0;
                for (c = in.read(); c >= 0 && c != '>'; c = in.read()) {
                    if (length < LONGEST) {
                        tag[length++] = (byte) c;
                    }
                }
                taker.accept(new String(tag, 0, length, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
