package mainstay.ledger.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Rows in the text form that the database's COPY reads. Collects rows until they are drained.
public final class CopyText implements RowSink {

    private static final byte[] NOTHING = {'\t', '\\', 'N'};
    private static final int LONGEST_NUMBER = 20;

    private final Map<Integer, byte[]> days = new HashMap<>();
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] bytes = new byte[1 << 17];
    private int length;
    private int rowStart;

    @Override
    public void startRow(long line) {
        rowStart = length;
        write(line);
    }

    @Override
    public void dropRow() {
        length = rowStart;
    }

    @Override
    public void endRow() {
        write('\n');
    }

    @Override
    public void nothing() {
        write(NOTHING);
    }

    @Override
    public void number(long value) {
        write('\t');
        write(value);
    }

    @Override
    public void flag(boolean value) {
        write('\t');
        write(value ? 't' : 'f');
    }

    @Override
    public void day(int epochDay) {
        if (days.size() > 100_000) {
            days.clear();
        }
        write(days.computeIfAbsent(
                epochDay, day -> ("\t" + LocalDate.ofEpochDay(day)).getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void text(String value) {
        write('\t');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> {
                    if (c >= 0x80) {
                        rest(value.substring(i));
                        return;
                    }
                    write(c);
                }
            }
        }
    }

    public int length() {
        return length;
    }

    public byte[] drain() {
        byte[] drained = Arrays.copyOf(bytes, length);
        length = 0;
        rowStart = 0;
        return drained;
    }

    /// Text that is more than ASCII; in UTF-8 no byte of a longer character looks like one to be escaped.
    private void rest(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> write((char) (b & 0xFF));
            }
        }
    }

    private void escaped(char c) {
        write('\\');
        write(c);
    }

    private void write(long value) {
        if (value == Long.MIN_VALUE) {
            write(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int at = LONGEST_NUMBER;
        long rest = Math.abs(value);
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (value < 0) {
            digits[--at] = '-';
        }
        room(LONGEST_NUMBER - at);
        System.arraycopy(digits, at, bytes, length, LONGEST_NUMBER - at);
        length += LONGEST_NUMBER - at;
    }

    private void write(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    private void write(char oneByte) {
        room(1);
        bytes[length++] = (byte) oneByte;
    }

    private void room(int wanted) {
        if (bytes.length - length < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + wanted));
        }
    }
}
