package mainstay.ledger.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Guesses which column holds which field. A column is taken when its header can mean one field only, no other
/// column claims that field, and the sampled values can be read.
final class HeaderGuess {

    private final Map<Field, Integer> columns = new HashMap<>();
    private final Map<Field, RowProblem> doubts = new HashMap<>();

    HeaderGuess(Kind kind, Columns columns, Sample sample) {
        Map<Field, List<Integer>> claims = claims(kind, columns);
        claims.forEach((field, found) -> {
            if (found.size() > 1) {
                doubts.put(field, competing(field, columns, found));
            } else if (readable(field, columns, found.getFirst(), sample)) {
                this.columns.put(field, found.getFirst());
            } else {
                doubts.put(field, unreadable(field, columns, found.getFirst(), sample));
            }
        });
    }

    /// Why a field has no column although headers speak of it.
    Optional<RowProblem> doubt(Field field) {
        return Optional.ofNullable(doubts.get(field));
    }

    private static RowProblem competing(Field field, Columns columns, List<Integer> found) {
        String names = found.stream().map(columns.names()::get).collect(Collectors.joining(", "));
        return RowProblem.of(1, field.name(), Reason.COLUMNS_COMPETE, null, field.name(), names);
    }

    private static RowProblem unreadable(Field field, Columns columns, int column, Sample sample) {
        String name = columns.names().get(column);
        String value = sample.of(column).stream()
                .filter(text -> !readable(field.type(), text, sample, column))
                .findFirst()
                .orElse("");
        return RowProblem.of(1, name, Reason.COLUMN_UNREADABLE, value, field.name(), name, value);
    }

    Optional<Integer> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    /// A header with two meanings goes to the one that no other column claims: `Customer` beside `Customer ID`
    /// is the name, alone it is the code.
    private static Map<Field, List<Integer>> claims(Kind kind, Columns columns) {
        Map<Field, List<Integer>> claims = new HashMap<>();
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < columns.ofFile(); i++) {
            List<Field> meanings = HeaderNames.meanings(kind, columns.names().get(i));
            if (meanings.size() == 1) {
                claims.computeIfAbsent(meanings.getFirst(), field -> new ArrayList<>())
                        .add(i);
            } else if (meanings.size() > 1) {
                doubtful.add(i);
            }
        }
        for (int column : doubtful) {
            HeaderNames.meanings(kind, columns.names().get(column)).stream()
                    .filter(field -> !claims.containsKey(field))
                    .findFirst()
                    .ifPresent(field -> claims.put(field, new ArrayList<>(List.of(column))));
        }
        preferOwnNames(claims, columns);
        return claims;
    }

    /// A column called exactly like the field wins over its synonyms.
    private static void preferOwnNames(Map<Field, List<Integer>> claims, Columns columns) {
        claims.replaceAll((field, found) -> {
            List<Integer> own = found.stream()
                    .filter(column -> ownName(field, columns, column))
                    .toList();
            return own.size() == 1 ? own : found;
        });
    }

    private static boolean ownName(Field field, Columns columns, int column) {
        return Columns.normal(columns.names().get(column)).equals(Columns.normal(field.name()));
    }

    /// Optional fields are guessed only where every value can be read. For a field that the file needs, or that
    /// bears the field's own name, single bad values become problems of their rows. So does every bad text of a
    /// field that the file needs, for its row says better what is wrong with it, and a line broken by a stray
    /// quotation mark.
    private static boolean readable(Field field, Columns columns, int column, Sample sample) {
        List<String> values = sample.of(column);
        long bad = values.stream()
                .filter(value -> !readable(field.type(), value, sample, column))
                .count();
        if (bad == 0 || (isText(field.type()) && field.presence() != Field.Presence.OPTIONAL)) {
            return true;
        }
        if (ownName(field, columns, column)) {
            return bad < values.size();
        }
        return field.presence() != Field.Presence.OPTIONAL && bad * 2 < values.size();
    }

    private static boolean isText(FieldType type) {
        return type == FieldType.CODE
                || type == FieldType.CURRENCY
                || type == FieldType.ACCOUNT
                || type == FieldType.NAME;
    }

    private static boolean readable(FieldType type, String value, Sample sample, int column) {
        try {
            switch (type) {
                case NUMBER, LIMIT -> Decimals.scaled(value, sample.numberForm(column));
                case PERCENT -> FieldReader.Percent.scaled(value, sample.numberForm(column));
                case EXACT -> Decimals.inRange(Decimals.exact(value, sample.numberForm(column)), value);
                case WHOLE, TERM -> {
                    return Decimals.scaled(value, NumberForm.POINT) % 10_000 == 0;
                }
                case DATE -> {
                    return DateForms.isDate(value);
                }
                case MONTH -> {
                    return MonthForm.isMonth(value) || DateForms.isDate(value);
                }
                case CODE, CURRENCY, ACCOUNT, NAME -> Texts.checked(value, type);
                case FLAG, DOCUMENT_KIND -> {
                    return value.length() < 30;
                }
            }
            return true;
        } catch (FieldProblem e) {
            return e.reason() == Reason.LINE_BREAK;
        }
    }
}
