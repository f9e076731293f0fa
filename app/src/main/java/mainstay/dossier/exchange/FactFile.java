package mainstay.dossier.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.PlainTable;
import mainstay.ledger.file.PlainTable.PlainRow;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.SpreadsheetText;
import mainstay.shared.web.Texts;

/// A file with facts: which of its columns is which is told by their headers, in any of the three languages.
///
/// @param headers as they stand in the file
record FactFile(List<String> headers, List<SentFact> rows) {

    static final int MOST = 20_000;
    static final String REMARK = "#";
    private static final FileLimits LIMITS = new FileLimits(64L << 20, 1L << 20, 100);

    /// What a column holds.
    enum Column {
        ACCOUNT("account", true),
        FIELD("field", true),
        VALUE("value", true),
        OBSERVED_ON("observedOn", true),
        SOURCE("source", true),
        CONFIDENCE("confidence", false);

        private final String code;
        private final boolean needed;

        Column(String code, boolean needed) {
            this.code = code;
            this.needed = needed;
        }

        String key() {
            return "factFile." + code;
        }

        private boolean isCalled(String header, Texts texts) {
            String plain = plain(header);
            return plain.equals(plain(code))
                    || Texts.LANGUAGES.stream()
                            .map(language -> plain(texts.get(language, key())))
                            .anyMatch(plain::equals);
        }

        private static String plain(String header) {
            return header.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
        }
    }

    static FactFile read(Path path, Texts texts, Locale language) throws FileRefused {
        PlainTable table = PlainTable.look(path, LIMITS);
        Map<Column, Integer> places = places(table.headers(), texts, language);
        List<PlainRow> found = table.rows(MOST);
        List<SentFact> rows = new ArrayList<>();
        for (PlainRow row : found) {
            if (!row.fields().getFirst().startsWith(REMARK)) {
                rows.add(sent(row, places));
            }
        }
        if (rows.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_ROWS));
        }
        return new FactFile(table.headers(), rows);
    }

    boolean isTooLong() {
        return rows.size() > MOST;
    }

    private static Map<Column, Integer> places(List<String> headers, Texts texts, Locale language) throws FileRefused {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            for (int i = 0; i < headers.size(); i++) {
                if (column.isCalled(headers.get(i), texts) && places.putIfAbsent(column, i) != null) {
                    throw new FileRefused(RowProblem.ofFile(Reason.DUPLICATE_HEADER, headers.get(i)));
                }
            }
            if (column.needed && !places.containsKey(column)) {
                throw new FileRefused(RowProblem.ofFile(Reason.NO_COLUMN_FOR_FIELD, texts.get(language, column.key())));
            }
        }
        return places;
    }

    private static SentFact sent(PlainRow row, Map<Column, Integer> places) {
        RowProblem fault = row.fault();
        return new SentFact(
                row.line(),
                row.fields(),
                cell(row, places, Column.ACCOUNT),
                cell(row, places, Column.FIELD),
                cell(row, places, Column.VALUE),
                cell(row, places, Column.OBSERVED_ON),
                cell(row, places, Column.SOURCE),
                cell(row, places, Column.CONFIDENCE),
                fault == null ? null : fault.reason().key(),
                fault == null ? List.of() : fault.args());
    }

    private static String cell(PlainRow row, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : SpreadsheetText.bare(row.fields().get(place).strip());
    }
}
