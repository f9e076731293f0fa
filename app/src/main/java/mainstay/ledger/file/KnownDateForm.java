package mainstay.ledger.file;

import java.time.LocalDate;
import java.time.YearMonth;

/// The forms that are recognised without being named.
enum KnownDateForm implements DateForm {
    ISO("ymd", "--"),
    SLASHED("ymd", "//"),
    COMPACT("ymd", ""),
    CHINESE("ymd", "年月"),
    DOTTED("dmy", ".."),
    MONTH_FIRST("mdy", "//"),
    DAY_FIRST("dmy", "//"),
    MONTH_FIRST_DASHED("mdy", "--"),
    DAY_FIRST_DASHED("dmy", "--");

    private final String order;
    private final String separators;

    KnownDateForm(String order, String separators) {
        this.order = order;
        this.separators = separators;
    }

    boolean monthFirst() {
        return order.equals("mdy");
    }

    @Override
    public int epochDay(String text) {
        int[] end = {0};
        int first = number(text, end, 0);
        int second = first < 0 ? -1 : number(text, end, 1);
        int third = second < 0 ? -1 : number(text, end, 2);
        if (third < 0) {
            return NO_DATE;
        }
        return switch (order) {
            case "ymd" -> day(first, second, third);
            case "mdy" -> day(third, first, second);
            default -> day(third, second, first);
        };
    }

    /// The number of one part, moving `end` behind it and its separator; negative where the text differs.
    private int number(String text, int[] end, int part) {
        boolean year = order.charAt(part) == 'y';
        int from = end[0];
        int to = from;
        int most = from + (year ? 4 : 2);
        int value = 0;
        while (to < text.length() && to < most && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            value = value * 10 + text.charAt(to++) - '0';
        }
        if (to == from || ((year || this == COMPACT) && to < most)) {
            return -1;
        }
        end[0] = behindSeparator(text, to, part);
        return end[0] < 0 ? -1 : value;
    }

    private int behindSeparator(String text, int at, int part) {
        if (part == 2) {
            int rest = this == CHINESE && at < text.length() && text.charAt(at) == '日' ? at + 1 : at;
            return rest == text.length() || TimeOfDay.follows(text, rest) ? rest : -1;
        }
        if (this == COMPACT) {
            return at;
        }
        return at < text.length() && text.charAt(at) == separators.charAt(part) ? at + 1 : -1;
    }

    private static int day(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return NO_DATE;
        }
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
