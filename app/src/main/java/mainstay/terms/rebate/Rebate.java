package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// What an account has earned by a ladder in a period. Amounts are in ten-thousandths; unknown where null.
///
/// @param withheld  it counts a whole group that the reader may not see all of: its figures are unknown here
/// @param measured  what the steps are held against
/// @param reference growth: the same days a year before; mix: revenue of all categories
/// @param missing   up to the next step
/// @param expected  at the end of the period
/// @param asked     payouts and claw-backs that wait for approval
/// @param balance   earned, and neither paid out nor taken back
public record Rebate(
        long accountId,
        String code,
        String name,
        @Nullable String managerName,
        long ladderId,
        long versionId,
        String ladder,
        boolean confidential,
        String basis,
        String period,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate countsFrom,
        LocalDate countsTo,
        boolean wholeGroup,
        boolean withheld,
        boolean agreed,
        @Nullable Long revenue,
        @Nullable Long measured,
        @Nullable Long reference,
        @Nullable Long earned,
        @Nullable Integer reached,
        @Nullable Long missing,
        @Nullable Double nextRate,
        @Nullable Long expectedMeasured,
        @Nullable Long expected,
        long unknownLines,
        long paid,
        long clawed,
        long asked,
        @Nullable Long balance) {

    static final String COLUMNS = """
            k.code, k.name, k.manager_name, r.account_id, r.ladder_id, r.version_id, r.ladder, r.confidential, r.basis, r.period,
            r.period_from, r.period_to, r.counts_from, r.counts_to, r.whole_group, r.withheld, r.agreed, r.revenue, r.measured, r.reference, r.earned,
            r.reached, r.missing, r.next_rate, r.expected_measured, r.expected, r.unknown_lines, r.paid, r.clawed, r.asked, r.balance
            """;

    /// Growth or share of the mix; unknown where there is nothing to compare with.
    public @Nullable Double share() {
        if (measured == null || reference == null || reference <= 0) {
            return null;
        }
        double part = BigDecimal.valueOf(measured).doubleValue() / reference;
        return basis.equals("growth") ? part - 1 : part;
    }

    /// What may be asked for: what is not being asked for already.
    public long payable() {
        return balance == null ? 0 : Math.max(0, balance - asked);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(countsTo);
    }

    public String path() {
        return AccountCard.pathOf(code) + "/rebates/" + ladderId + "/" + periodFrom;
    }

    public String ladderPath() {
        return "/rebates/" + ladderId;
    }
}
