package mainstay.ledger.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Rows in the text form that the database's COPY reads. Collects rows until they are drained.
public final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 17);
    private final Map<Integer, String> days = new HashMap<>();
    private int rowStart;

    void startRow(long line) {
        rowStart = text.length();
        text.append(line);
    }

    /// Forgets the row begun last.
    void dropRow() {
        text.setLength(rowStart);
    }

    void endRow() {
        text.append('\n');
    }

    void nothing() {
        text.append("\t\\N");
    }

    void number(long value) {
        text.append('\t').append(value);
    }

    void flag(boolean value) {
        text.append('\t').append(value ? 't' : 'f');
    }

    void day(int epochDay) {
        if (days.size() > 100_000) {
            days.clear();
        }
        text.append('\t')
                .append(days.computeIfAbsent(
                        epochDay, day -> LocalDate.ofEpochDay(day).toString()));
    }

    void text(String value) {
        text.append('\t');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    public int length() {
        return text.length();
    }

    public byte[] drain() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        rowStart = 0;
        return bytes;
    }
}
