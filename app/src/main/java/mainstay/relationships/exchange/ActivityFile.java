package mainstay.relationships.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.activity.ActivityKind;
import mainstay.activity.ActivityState;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.PlainTable;
import mainstay.ledger.file.PlainTable.PlainRow;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.relationships.Colleague;
import mainstay.shared.SpreadsheetText;
import mainstay.shared.web.Texts;

/// A table of activities: which of its columns is which is told by their headers, in any of the three languages.
final class ActivityFile {

    private static final int LONGEST_UID = 200;
    private static final FileLimits LIMITS = new FileLimits(16L << 20, 1L << 20, 100);
    private static final String PARTS = "[;；]";

    private final Texts texts;
    private final List<ActivityKind> kinds;
    private final List<Colleague> colleagues;

    ActivityFile(Texts texts, List<ActivityKind> kinds, List<Colleague> colleagues) {
        this.texts = texts;
        this.kinds = kinds;
        this.colleagues = colleagues;
    }

    /// What a column holds.
    private enum Column {
        DAY("day", true),
        KIND("kind", true),
        MINUTES("minutes", true),
        ACCOUNT("account", false),
        TIME("time", false),
        TRAVEL("travel", false),
        SUBJECT("subject", false),
        NOTES("notes", false),
        COLLEAGUES("colleagues", false),
        STATE("state", false),
        BEGUN_BY("begunBy", false),
        UID("uid", false);

        private final String code;
        private final boolean needed;

        Column(String code, boolean needed) {
            this.code = code;
            this.needed = needed;
        }

        String key() {
            return "activity.column." + code;
        }
    }

    SentFile read(Path path, Locale language) throws FileRefused {
        PlainTable table = PlainTable.look(path, LIMITS);
        Map<Column, Integer> places = places(table.headers(), language);
        List<SentActivity> rows = new ArrayList<>();
        for (PlainRow row : table.rows(SentFile.MOST)) {
            rows.add(sent(row, places));
        }
        if (rows.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_ROWS));
        }
        return new SentFile(table.headers(), rows);
    }

    private Map<Column, Integer> places(List<String> headers, Locale language) throws FileRefused {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            for (int i = 0; i < headers.size(); i++) {
                if (isCalled(headers.get(i), column.code, column.key()) && places.putIfAbsent(column, i) != null) {
                    throw new FileRefused(RowProblem.ofFile(Reason.DUPLICATE_HEADER, headers.get(i)));
                }
            }
            if (column.needed && !places.containsKey(column)) {
                throw new FileRefused(RowProblem.ofFile(Reason.NO_COLUMN_FOR_FIELD, texts.get(language, column.key())));
            }
        }
        return places;
    }

    private boolean isCalled(String written, String code, String key) {
        return plain(written).equals(plain(code))
                || Texts.LANGUAGES.stream()
                        .anyMatch(language -> plain(texts.get(language, key)).equals(plain(written)));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
    }

    private SentActivity sent(PlainRow row, Map<Column, Integer> places) {
        RowProblem fault = row.fault();
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Integer place = places.get(column);
            cells.put(
                    column,
                    place == null
                            ? ""
                            : SpreadsheetText.bare(row.fields().get(place).strip()));
        }
        return new SentActivity(
                row.line(),
                row.fields(),
                cell(cells, Column.ACCOUNT),
                kind(cell(cells, Column.KIND)),
                state(cell(cells, Column.STATE)),
                cell(cells, Column.DAY),
                cell(cells, Column.TIME),
                "",
                cell(cells, Column.MINUTES),
                cell(cells, Column.TRAVEL),
                cell(cells, Column.SUBJECT),
                cell(cells, Column.NOTES),
                colleagues(cell(cells, Column.COLLEAGUES)),
                begunBy(cell(cells, Column.BEGUN_BY)),
                uid(cells),
                fault == null ? null : fault.reason().key(),
                fault == null ? List.of() : List.copyOf(fault.args()));
    }

    private static String cell(Map<Column, String> cells, Column column) {
        return Objects.requireNonNull(cells.get(column));
    }

    private String kind(String written) {
        return kinds.stream()
                .filter(kind -> isCalled(written, kind.code(), kind.key()))
                .map(ActivityKind::code)
                .findFirst()
                .orElse(written);
    }

    private String state(String written) {
        return Arrays.stream(ActivityState.values())
                .filter(state -> isCalled(written, state.code(), state.key()))
                .map(ActivityState::code)
                .findFirst()
                .orElse(written);
    }

    private String begunBy(String written) {
        return Stream.of("us", "them")
                .filter(side -> isCalled(written, side, "activity.begunBy." + side))
                .findFirst()
                .orElse(written);
    }

    /// By the name to sign in, or by a full name that only one of us bears.
    private List<String> colleagues(String written) {
        return Stream.of(written.split(PARTS, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::signIn)
                .toList();
    }

    private String signIn(String name) {
        List<Colleague> called =
                colleagues.stream().filter(one -> one.fullName().equals(name)).toList();
        boolean known = colleagues.stream().anyMatch(one -> one.name().equals(name));
        return !known && called.size() == 1 ? called.getFirst().name() : name;
    }

    /// A row without a name of its own, or with one too long to be kept, is known again by what it says.
    private static String uid(Map<Column, String> cells) {
        String own = cell(cells, Column.UID);
        if (!own.isEmpty()) {
            return own.length() <= LONGEST_UID ? own : "long-" + digest(own) + "@mainstay";
        }
        String said = Stream.of(
                        Column.ACCOUNT,
                        Column.KIND,
                        Column.DAY,
                        Column.TIME,
                        Column.MINUTES,
                        Column.SUBJECT,
                        Column.NOTES,
                        Column.COLLEAGUES)
                .map(column -> cell(cells, column))
                .collect(Collectors.joining("\u001f"));
        return "row-" + digest(said) + "@mainstay";
    }

    private static String digest(String said) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
