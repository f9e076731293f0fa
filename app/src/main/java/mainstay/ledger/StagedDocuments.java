package mainstay.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import mainstay.ledger.file.CopyText;

/// The documents of a file, each with a number of its own. Only so many are remembered at once: one that comes again
/// after they were written down comes in two parts, which are put together when the file has been read.
final class StagedDocuments {

    private final LongSupplier unused;
    private final int most;
    private final Map<String, Document> met = new LinkedHashMap<>();
    private String latestNumber = "";
    private Document latest = new Document(0);

    /// @param most how many are remembered at once
    StagedDocuments(LongSupplier unused, int most) {
        this.unused = unused;
        this.most = most;
    }

    /// What was seen of a document.
    static final class Document {
        private final long id;
        private long rows;
        private long highestLine = Long.MIN_VALUE;
        private boolean ascending = true;
        private boolean foreign;
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        private Document(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        /// The running number of the next row, be it good or bad.
        long nextRow() {
            return ++rows;
        }

        void add(long line, int day) {
            ascending &= line > highestLine;
            highestLine = Math.max(highestLine, line);
            firstDay = Math.min(firstDay, day);
            lastDay = Math.max(lastDay, day);
        }

        void addForeignMoney() {
            foreign = true;
        }

        private void write(String number, CopyText out) {
            out.startRow(id);
            out.text(number);
            if (firstDay > lastDay) {
                out.nothing();
                out.nothing();
            } else {
                out.day(firstDay);
                out.day(lastDay);
            }
            out.number(rows);
            out.flag(ascending);
            out.flag(foreign);
            out.endRow();
        }
    }

    Document of(String number) {
        if (!number.equals(latestNumber) || latest.rows == 0) {
            latest = met.computeIfAbsent(number, unknown -> new Document(unused.getAsLong()));
            latestNumber = number;
        }
        return latest;
    }

    boolean isFull() {
        return met.size() >= most;
    }

    /// Writes down and forgets all but the one that the last row belonged to: its next row may follow.
    void writeTo(CopyText out) {
        Document open = met.remove(latestNumber);
        writeAllTo(out);
        if (open != null) {
            met.put(latestNumber, open);
            latest = open;
        }
    }

    void writeAllTo(CopyText out) {
        met.forEach((number, document) -> document.write(number, out));
        met.clear();
        latest = new Document(0);
    }
}
