package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// The text of a cell as its reader sees it: dates as ISO, numbers without the dust of binary fractions, of a formula its
/// stored result.
final class CellText {

    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell) : number(cell.getRawValue());
            case FORMULA -> formula(cell);
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
            case STRING, ERROR, EMPTY -> plain(cell.getText());
        };
    }

    /// A result that was never computed stays empty; so do errors such as `#N/A`, which no reader could use.
    private static String formula(Cell cell) {
        String result = plain(cell.getRawValue());
        return result.startsWith("#") ? result : number(result);
    }

    private static String date(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + " " + moment.toLocalTime().withNano(0);
    }

    /// Whether the format shows days or years; hours alone are no date.
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = LITERALS.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0;
    }

    private static String number(@Nullable String raw) {
        String text = plain(raw);
        try {
            BigDecimal exact = new BigDecimal(text);
            boolean computed = text.length() > 15;
            BigDecimal shown = computed ? exact.round(AS_SHOWN) : exact;
            return shown.scale() > 0
                    ? shown.stripTrailingZeros().toPlainString()
                    : shown.toPlainString();
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
