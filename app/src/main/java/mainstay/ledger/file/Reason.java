package mainstay.ledger.file;

import java.util.Locale;

/// Why a row or a file was not taken; the sentence stands in the message files under [#key()].
public enum Reason {
    NOT_A_NUMBER,
    NUMBER_TOO_LARGE,
    NUMBER_TOO_SMALL,
    NOT_POSITIVE,
    NOT_A_WHOLE_NUMBER,
    DIVIDED_BY_ZERO,
    NOT_A_DATE,
    DATE_OUT_OF_RANGE,
    DATE_IN_FUTURE,
    NOT_YES_OR_NO,
    NOT_A_DOCUMENT_KIND,
    MISSING,
    TEXT_TOO_LONG,
    FIELD_TOO_LARGE,
    CONTROL_CHARACTER,
    UNREADABLE_CHARACTER,
    UNUSABLE_CODE,
    WRONG_COLUMN_COUNT,
    QUOTE_OPEN,
    QUOTE_NEVER_CLOSED,
    LINE_BREAK,
    CELL_ERROR,
    FORMULA_NOT_CALCULATED,
    NO_MATCH_IN_LOOKUP,
    CONFLICT_IN_FILE,
    CONFLICT_IN_LEDGER,
    REPEATED_CODE,
    UNKNOWN_PARENT,
    PARENT_CIRCLE,
    HOLDING_OUT_OF_RANGE,
    LIMIT_NEGATIVE,
    TERM_OUT_OF_RANGE,
    CLOSED_BEFORE_OPENED,
    DATES_REVERSED,
    REGION_CIRCLE,
    NO_SUCH_CURRENCY,
    FILE_UNREADABLE,
    FILE_CUT_OFF,
    FILE_EMPTY,
    NO_ROWS,
    NO_TABLE,
    FILE_TYPE,
    FILE_BROKEN,
    WORKBOOK_BROKEN,
    WORKBOOK_UNSAFE,
    WORKBOOK_OLD,
    NO_WORKBOOK,
    NO_SUCH_SHEET,
    SEVERAL_SHEETS,
    MERGED_CELLS,
    FILE_TOO_LARGE,
    FILE_INFLATED,
    LOOKUP_TOO_LARGE,
    LOOKUP_MISSING,
    NO_COLUMN_FOR_FIELD,
    COLUMNS_COMPETE,
    COLUMN_UNREADABLE,
    NO_SUCH_COLUMN,
    BAD_EXPRESSION,
    DUPLICATE_HEADER,
    DATE_ORDER_UNCLEAR,
    DATE_FORM_UNKNOWN,
    DATE_FORMS_MIXED,
    PROFILE_UNKNOWN,
    NO_SUCH_BATCH,
    BATCH_NOT_REPLACEABLE,
    CURRENCY_CHANGED,
    DISK_FULL,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Reason of(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    public String key() {
        return "ledger.problem." + code();
    }
}
