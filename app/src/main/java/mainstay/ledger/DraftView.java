package mainstay.ledger;

import java.util.List;
import java.util.stream.Stream;
import mainstay.ledger.file.Explanation;
import mainstay.ledger.file.Explanation.FieldChoice;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Profile;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import org.jspecify.annotations.Nullable;

/// A draft as its page shows it.
///
/// @param explanation null where not even the headers can be read
/// @param refusals    why, then
/// @param sheets      of a workbook; none where the file is text
/// @param replaced    batch that the file takes the place of, with what goes with it
public record DraftView(
        Draft draft,
        @Nullable Explanation explanation,
        List<RowProblem> refusals,
        List<String> profiles,
        List<String> sheets,
        @Nullable Replaced replaced) {

    public static final List<String> CHARSETS =
            List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS");

    public static final List<String> DATE_FORMATS = List.of(
            "yyyy-M-d",
            "yyyy/M/d",
            "yyyyMMdd",
            "yyyy年M月d日",
            "d/M/yyyy",
            "M/d/yyyy",
            "d-M-yyyy",
            "M-d-yyyy",
            "d.M.yyyy");

    /// The batch that makes room.
    public record Replaced(BatchLine batch, WithdrawalEffect effect) {}

    /// A field with the choice that its list shows.
    public record FieldRow(FieldChoice choice, @Nullable String column) {

        public boolean isCalculated() {
            return column == null && !choice.definition().isEmpty();
        }

        public String expression() {
            return choice.definition().equals(DraftForm.CALCULATION) ? "" : choice.definition();
        }

        public boolean isToBeWritten() {
            return choice.definition().equals(DraftForm.CALCULATION);
        }
    }

    static List<String> names(List<Profile> profiles) {
        return profiles.stream().map(Profile::name).toList();
    }

    public List<FieldRow> needed() {
        return rows().filter(row -> row.choice().isNeeded()).toList();
    }

    public List<FieldRow> found() {
        return rows().filter(row -> !row.choice().isNeeded() && isInUse(row)).toList();
    }

    public List<FieldRow> others() {
        return rows().filter(row -> !row.choice().isNeeded() && !isInUse(row)).toList();
    }

    public Kind kind() {
        return explanation == null
                ? Kind.of(String.valueOf(draft.choices().kind())).orElse(Kind.SALES)
                : explanation.kind();
    }

    /// Whether there is anything to import.
    public boolean hasRows() {
        return explanation == null
                || explanation.problems().stream().noneMatch(problem -> problem.reason() == Reason.NO_ROWS);
    }

    public boolean isWorkbook() {
        return !sheets.isEmpty();
    }

    public @Nullable Separator separator() {
        return explanation == null
                ? null
                : Separator.between(explanation.reading().separator());
    }

    public @Nullable Separator chosenSeparator() {
        String chosen = draft.choices().separator();
        return chosen == null ? null : Separator.between(chosen.charAt(0));
    }

    public List<String> dateFormats() {
        String own = draft.choices().dateFormat();
        return own == null || DATE_FORMATS.contains(own)
                ? DATE_FORMATS
                : Stream.concat(DATE_FORMATS.stream(), Stream.of(own)).toList();
    }

    /// A date of the file that may be read in two ways.
    public @Nullable DateQuestion dateQuestion() {
        return rows().map(row -> row.choice().problem())
                .filter(problem -> problem != null && problem.reason() == Reason.DATE_ORDER_UNCLEAR)
                .findFirst()
                .map(problem -> DateQuestion.of(String.valueOf(problem.column()), String.valueOf(problem.value())))
                .orElse(null);
    }

    private boolean isInUse(FieldRow row) {
        return row.choice().origin().isMapped();
    }

    private Stream<FieldRow> rows() {
        return explanation == null
                ? Stream.of()
                : explanation.fields().stream().map(field -> new FieldRow(field, column(field.definition())));
    }

    private @Nullable String column(String definition) {
        if (definition.isEmpty() || explanation == null) {
            return null;
        }
        return explanation.columns().contains(definition)
                ? definition
                : explanation.columns().stream()
                        .filter(definition::equalsIgnoreCase)
                        .findFirst()
                        .orElse(null);
    }
}
