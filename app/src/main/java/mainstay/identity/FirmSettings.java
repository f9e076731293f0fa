package mainstay.identity;

/// What the firm said about itself.
///
/// @param currency        reporting currency, ISO code; fixed once a ledger is in
/// @param fiscalYearStart month, 1 to 12
/// @param size            `unknown`, `micro`, `small`, `medium` or `large`, for the rules on late payment
/// @param nameOrder       `pinyin` or `strokes`
/// @param workingDays     digits of the ISO weekdays, Monday = 1
public record FirmSettings(
        String name,
        String currency,
        String timeZone,
        int fiscalYearStart,
        String size,
        String nameOrder,
        String workingDays,
        boolean settled) {}
