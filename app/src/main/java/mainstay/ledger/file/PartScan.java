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
    private long items;
    private long number;
    private long highest = -1;
    private boolean ofText;
    private boolean unsafe;
    private boolean plain;
    private boolean formula;
    private boolean hollow;
    private boolean open;

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
                } else {
                    unsafe |= ++run > LONGEST_TEXT;
                    digit(c);
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

    /// Whether a formula has no stored result. One whose result is an empty text is told apart by the type of its cell.
    boolean isOpen() {
        return open;
    }

    /// How many shared texts the part holds.
    long items() {
        return items;
    }

    /// The highest number of a shared text that a cell points to; -1 where none does.
    long highest() {
        return highest;
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

    /// A reader that is pointed to text two billion would fill its memory looking for it.
    private void digit(byte c) {
        hollow = false;
        if (ofText) {
            boolean digit = c >= '0' && c <= '9';
            number = digit ? Math.min(number * 10 + c - '0', Integer.MAX_VALUE) : number;
            unsafe |= c < 0;
        }
    }

    private void note() {
        if (length == 0 || tag[0] == '?') {
            return;
        }
        int from = tag[0] == '/' ? 1 : 0;
        int to = from;
        while (to < length && tag[to] > ' ' && (tag[to] != '/' || to == 0)) {
            if (tag[to++] == ':') {
                from = to;
            }
        }
        if (tag[0] == '/') {
            close(from, to);
        } else if (tag[0] == '!' || tag[0] == 0 || (length > 1 && tag[1] == 0)) {
            unsafe |= ofText || !isComment();
        } else {
            open(from, to);
        }
    }

    private void close(int from, int to) {
        if (is("v", from, to)) {
            open |= hollow && plain && formula;
            hollow = false;
        }
        if (ofText && is("v", from, to)) {
            highest = Math.max(highest, number);
            ofText = false;
        }
    }

    private void open(int from, int to) {
        if (is("c", from, to)) {
            cell();
        } else if (is("v", from, to) || is("is", from, to)) {
            values++;
            number = 0;
            hollow = true;
            open |= tag[length - 1] == '/' && plain && formula && is("v", from, to);
        } else if (is("f", from, to)) {
            formula = true;
        } else if (is("row", from, to)) {
            rows++;
            cells = 0;
        } else if (is("si", from, to)) {
            items++;
        } else if (is("mergeCell", from, to) && merged.size() < AREAS_KEPT) {
            merged.add(attribute("ref"));
        }
    }

    private void cell() {
        cells++;
        int type = value('t');
        plain = type < 0;
        formula = false;
        ofText = type > 0 && tag[type] == 's' && (tag[type + 1] == '"' || tag[type + 1] == '\'');
        unsafe |= cells > MOST_CELLS || columnLetters() > 3 || isOdd();
    }

    /// Whether the tag is other than programs write cells: too long, with a reference in it, or cut off
    /// inside quotes.
    private boolean isOdd() {
        int single = 0;
        int twofold = 0;
        boolean reference = false;
        for (int i = 0; i < length; i++) {
            single += tag[i] == '\'' ? 1 : 0;
            twofold += tag[i] == '"' ? 1 : 0;
            reference |= tag[i] == '&';
        }
        return length == LONGEST_TAG || reference || single % 2 == 1 || twofold % 2 == 1;
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
        int from = value('r');
        int at = from;
        while (at > 0 && at < length && tag[at] != '"' && tag[at] != '\'' && (tag[at] < '0' || tag[at] > '9')) {
            at++;
        }
        return at - from;
    }

    /// Where the value of an attribute with a name of one letter begins; -1 where it has none.
    private int value(char name) {
        for (int i = 1; i < length - 2; i++) {
            if (tag[i] == name && tag[i - 1] <= ' ') {
                int at = i + 1;
                while (at < length - 2 && (tag[at] <= ' ' || tag[at] == '=')) {
                    at++;
                }
                return at + 1;
            }
        }
        return -1;
    }

    private String attribute(String name) {
        String text = new String(tag, 0, length, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(name + "=") + name.length() + 2;
        int to = from < text.length() ? text.indexOf(text.charAt(from - 1), from) : -1;
        return to < 0 ? "" : text.substring(from, to);
    }
}
