package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// The text of a cell as its reader sees it: dates as ISO, numbers without the dust of binary fractions,
/// of a formula its stored result.
///
/// @param from1904 whether days are counted from 1904, as old Macs did
/// @param open     whether the sheet was saved by a program that does not calculate: an empty result is none
record CellText(boolean from1904, boolean open) {

    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*]");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final int LONGEST_NUMBER = 400;
    private static final int LAST_DAY = 2_958_465;

    String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> number(cell, number);
            case Boolean flag -> flag ? "true" : "false";
            case String text -> text;
            case null, default -> withoutValue(cell);
        };
    }

    private String withoutValue(Cell cell) {
        return isOpen(cell) ? "=" + cell.getFormula() : "";
    }

    /// Why the text of a cell is no value, or null where it is one.
    @Nullable
    Reason fault(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        boolean error = cell.getType() == CellType.ERROR || isError(cell);
        return error ? Reason.CELL_ERROR : isOpen(cell) ? Reason.FORMULA_NOT_CALCULATED : null;
    }

    private static boolean isError(Cell cell) {
        return cell.getType() == CellType.FORMULA
                && cell.getValue() instanceof String text
                && text.startsWith("#")
                && text.equals(text.toUpperCase(Locale.ROOT))
                && (text.endsWith("!") || text.endsWith("?") || text.equals("#N/A"));
    }

    /// A formula whose result nobody has stored: written by a program, never opened in a spreadsheet.
    private boolean isOpen(Cell cell) {
        String raw = cell.getRawValue();
        return cell.getType() == CellType.FORMULA
                && cell.getValue() == null
                && (raw == null || (open && raw.isEmpty()));
    }

    private String number(Cell cell, BigDecimal number) {
        LocalDateTime moment = isDate(cell) ? moment(number) : null;
        if (moment != null) {
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toLocalDate() + " " + moment.toLocalTime();
        }
        String plain = plain(number);
        String format = cell.getDataFormatString();
        boolean padded = format != null
                && plain.length() < format.length()
                && ZEROS.matcher(format).matches();
        return padded && plain.chars().allMatch(Character::isDigit)
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER) {
            return number.toString();
        }
        BigDecimal shown = number.precision() > 15 ? number.round(AS_SHOWN) : number;
        return shown.scale() > 0 ? shown.stripTrailingZeros().toPlainString() : shown.toPlainString();
    }

    /// Days since the first one of the workbook; null where that is no day, such as 29 February 1900.
    private @Nullable LocalDateTime moment(BigDecimal number) {
        double days = number.doubleValue();
        int day = (int) Math.floor(days);
        if (days < 0 || day > LAST_DAY || (!from1904 && day == 60)) {
            return null;
        }
        LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        return first.plusDays(day).atStartOfDay().plusSeconds(Math.round((days - day) * 86_400));
    }

    /// Whether the format shows days or years; hours alone are no date.
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && DATE_FORMATS.contains(id)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !bare.equals("general")
                && (bare.indexOf('y') >= 0 || (bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0));
    }
}
