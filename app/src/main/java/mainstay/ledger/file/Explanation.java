package mainstay.ledger.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file would be read and what would come of it, for somebody who decides before anything is imported.
///
/// @param profile  that was taken for it, or null
/// @param headers  of the file itself
/// @param columns  to choose from, those of the look-up file behind the others
/// @param rows     the first ones as they stand in the file
/// @param fields   of the kind, in their order
/// @param unmapped columns that nobody reads
/// @param problems that keep the file out, whatever its rows hold
public record Explanation(
        Kind kind,
        @Nullable String profile,
        Reading reading,
        List<String> headers,
        List<String> columns,
        List<List<String>> rows,
        List<FieldChoice> fields,
        List<String> unmapped,
        List<RowProblem> problems,
        Trial trial) {

    public static final int ROWS_SHOWN = 20;
    public static final int ROWS_TRIED = 20_000;

    /// Why a field is read as it is.
    public enum Origin {
        CHOSEN,
        PROFILE,
        FOUND,
        WORKED_OUT,
        LEFT_OUT,
        NO_HEADER,
        SEVERAL_HEADERS,
        UNREADABLE;

        public boolean isMapped() {
            return compareTo(LEFT_OUT) < 0;
        }
    }

    /// @param definition header, calculation or quoted constant; empty where the field is not read
    /// @param examples   the first values that stand in the column
    /// @param problem    that keeps the definition from being used
    public record FieldChoice(
            Field field,
            String definition,
            Origin origin,
            List<String> examples,
            @Nullable RowProblem problem) {

        public boolean isNeeded() {
            return field.presence() != Field.Presence.OPTIONAL;
        }

        public boolean isMissing() {
            return isNeeded() && !origin.isMapped();
        }

        boolean isOpen() {
            return isMissing() || problem != null;
        }
    }

    /// A row as it would arrive, or what is wrong with it.
    public record Arriving(long line, List<String> values, List<RowProblem> problems) {}

    /// How often a column went wrong for one reason, with the first line and value.
    public record ReasonCount(RowProblem first, long rows) {}

    /// What reading the first rows gave.
    ///
    /// @param shown the fields that the rows hold
    /// @param whole whether the file ends within the rows tried
    public record Trial(
            List<Field> shown,
            List<Arriving> rows,
            long tried,
            long bad,
            boolean whole,
            @Nullable Long amount,
            List<ReasonCount> reasons) {

        static final Trial NONE = new Trial(List.of(), List.of(), 0, 0, true, null, List.of());
    }

    public boolean mayBeImported() {
        return problems.isEmpty() && fields.stream().noneMatch(FieldChoice::isOpen);
    }

    /// Looks at the file.
    ///
    /// @throws FileRefused where not even its headers can be read
    public static Explanation of(SourceFile file, MappingWish wish, Profiles profiles) throws FileRefused {
        return new Explainer(wish, profiles).explain(file);
    }
}
