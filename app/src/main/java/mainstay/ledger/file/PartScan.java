package mainstay.ledger.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// Runs once over the tags of one XML part of a workbook and keeps what a reader must know before it opens it.
/// Nothing is built on the way, so a hostile part costs time only.
final class PartScan {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TAG = 512;
    private static final int LONGEST_TEXT = 1 << 22;
    private static final int MOST_CELLS = 1 << 14;
    private static final int AREAS_KEPT = 1_000;

    private final List<String> merged = new ArrayList<>();
    private final byte[] tag = new byte[LONGEST_TAG];
    private int length;
    private long rows;
    private long values;
    private long cells;
    private long bytes;
    private boolean unsafe;

    /// @param goesOn asked with the bytes so far, now and then
    /// @return whether the part was read to its end
    boolean over(InputStream in, LongPredicate goesOn) throws IOException {
        byte[] buffer = new byte[BUFFER];
        boolean inside = false;
        int run = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
            if (!goesOn.test(bytes)) {
                return false;
            }
            for (int i = 0; i < n; i++) {
                byte c = buffer[i];
                if (c == (inside ? '>' : '<')) {
                    if (inside) {
                        note();
                    }
                    inside = !inside;
                    length = 0;
                    run = 0;
                } else if (inside && length < LONGEST_TAG) {
                    tag[length++] = c;
                } else if (++run > LONGEST_TEXT) {
                    unsafe = true;
                }
            }
        }
        return true;
    }

    long rows() {
        return rows;
    }

    long values() {
        return values;
    }

    List<String> merged() {
        return List.copyOf(merged);
    }

    long bytes() {
        return bytes;
    }

    /// Whether it declares types or entities, or has a row, a cell or a text that no spreadsheet could have.
    boolean isUnsafe() {
        return unsafe;
    }

    private void note() {
        if (length == 0 || tag[0] == '/' || tag[0] == '?') {
            return;
        }
        int from = 0;
        int to = 0;
        while (to < length && tag[to] > ' ' && tag[to] != '/') {
            if (tag[to++] == ':') {
                from = to;
            }
        }
        if (tag[0] == '!' || tag[0] == 0 || (length > 1 && tag[1] == 0)) {
            unsafe |= !isComment();
        } else if (is("c", from, to)) {
            cells++;
            unsafe |= cells > MOST_CELLS || columnLetters() > 3;
        } else if (is("v", from, to) || is("is", from, to)) {
            values++;
        } else if (is("row", from, to)) {
            rows++;
            cells = 0;
        } else if (is("mergeCell", from, to) && merged.size() < AREAS_KEPT) {
            merged.add(attribute("ref"));
        }
    }

    private boolean isComment() {
        return length > 2 && (tag[1] == '-' || tag[1] == '[');
    }

    private boolean is(String name, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tag[i] != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /// How many letters the address of a cell begins with; XFD is the last column there is.
    private int columnLetters() {
        for (int i = 1; i + 3 < length; i++) {
            boolean address = tag[i] == 'r' && tag[i - 1] <= ' ' && tag[i + 1] == '=';
            if (address) {
                int at = i + 3;
                while (at < length && !Character.isDigit(tag[at]) && tag[at] != '"' && tag[at] != '\'') {
                    at++;
                }
                return at - i - 3;
            }
        }
        return 0;
    }

    private String attribute(String name) {
        String text = new String(tag, 0, length, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(name + "=") + name.length() + 2;
        int to = from < text.length() ? text.indexOf(text.charAt(from - 1), from) : -1;
        return to < 0 ? "" : text.substring(from, to);
    }
}
