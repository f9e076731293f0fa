package mainstay.terms.rebate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// For how long purchases add up before a ladder begins anew.
public enum Cycle {
    YEAR("year", 12),
    QUARTER("quarter", 3);

    private final String code;
    private final int months;

    Cycle(String code, int months) {
        this.code = code;
        this.months = months;
    }

    public String code() {
        return code;
    }

    public int months() {
        return months;
    }

    public String key() {
        return "rebate.cycle." + code;
    }

    /// The first day of the one in which a day lies.
    ///
    /// @param fiscalStart month in which the year of the firm begins
    LocalDate startAround(LocalDate day, int fiscalStart) {
        return day.withDayOfMonth(1).minusMonths(Math.floorMod(day.getMonthValue() - fiscalStart, months));
    }

    static Optional<Cycle> of(String code) {
        return Arrays.stream(values()).filter(cycle -> cycle.code.equals(code)).findFirst();
    }
}
