package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// What an account has earned by a ladder in a period. Amounts are in ten-thousandths; unknown where null.
///
/// @param withheld  it counts a whole group that the reader may not see all of: its figures, and what was
///   paid out or taken back of them, are unknown here
/// @param measured  what the steps are held against
/// @param reference growth: the same days a year before; mix: revenue of all categories
/// @param missing   up to the next step
/// @param expected  at the end of the period
/// @param toCome    what the quarters of the year that have not begun are expected to earn, as far as known;
///   on the running quarter only
/// @param asked     payouts and claw-backs that wait for approval
/// @param askedBack of these, claw-backs
/// @param repaid    paid out, not earned, and come back or set off
/// @param askedRepaid what waits for approval as such
/// @param balance   earned, and neither paid out nor taken back; below nought: paid out, not earned and not
///   come back
/// @param givesWay  the same purchases earn by another ladder of the same basis
/// @param onlyBooked the account earns by this ladder no longer, and what was booked is left
/// @param against   paid out for the same purchases by a ladder that has lost its claim, and not covered
///   otherwise; unknown to who may not see all accounts of whose purchases that is
/// @param againstBooked the same without what is only being asked for
/// @param owed      paid out, not earned, and covered by nothing that the same purchases earn by other
///   ladders
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
        @Nullable Long toCome,
        @Nullable Long unknownLines,
        @Nullable Long paid,
        @Nullable Long clawed,
        @Nullable Long repaid,
        @Nullable Long asked,
        @Nullable Long askedBack,
        @Nullable Long askedRepaid,
        @Nullable Long balance,
        boolean givesWay,
        boolean onlyBooked,
        @Nullable Long against,
        @Nullable Long againstBooked,
        @Nullable Long owed) {

    static final String COLUMNS = """
            k.code, k.name, k.manager_name, r.account_id, r.ladder_id, r.version_id, r.ladder, r.confidential, r.basis, r.period,
            r.period_from, r.period_to, r.counts_from, r.counts_to, r.whole_group, r.withheld, r.agreed, r.revenue, r.measured, r.reference, r.earned,
            r.reached, r.missing, r.next_rate, r.expected_measured, r.expected, r.to_come, r.unknown_lines, r.paid, r.clawed, r.repaid,
            r.asked, r.asked_back, r.asked_repaid, r.balance, r.gives_way, r.only_booked, r.against, r.against_booked, r.owed
            """;

    /// Growth or share of the mix; unknown where there is nothing to compare with.
    public @Nullable Double share() {
        if (measured == null || reference == null || reference <= 0) {
            return null;
        }
        double part = BigDecimal.valueOf(measured).doubleValue() / reference;
        return basis.equals("growth") ? part - 1 : part;
    }

    /// What may be asked for: what is not being asked for already, nor was paid out for the same purchases
    /// elsewhere. Unknown where one of these is.
    public @Nullable Long payable() {
        return balance == null || against == null ? null : Long.valueOf(Math.max(0, balance - known(asked) - against));
    }

    public boolean isPayable() {
        Long most = payable();
        return most != null && most > 0;
    }

    /// Whether it is unknown only because of what the reader may not see.
    public boolean hidesPayable() {
        return !withheld && against == null;
    }

    /// What may still be booked as come back.
    public long repayable() {
        return Math.max(0, overpaid() - known(askedRepaid));
    }

    /// What is deducted from payouts on the same purchases elsewhere, so that nobody has to ask for it.
    public long covered() {
        return owed == null ? 0 : overpaid() - owed;
    }

    public boolean isOwed() {
        return owed != null && owed > 0;
    }

    /// What may still be taken back: claw-backs together never exceed what was earned.
    public long takeable() {
        return earned == null ? 0 : Math.max(0, earned - taken() - known(askedBack));
    }

    /// What was taken back, as far as the reader may know.
    long taken() {
        return known(clawed);
    }

    /// What was taken back or is asked for as such.
    long takenOrAsked() {
        return taken() + known(askedBack);
    }

    /// Whether something of it waits for approval, as far as the reader may know.
    public boolean waits() {
        return known(asked) > 0;
    }

    /// Nought where the whole rebate is withheld: nothing is reckoned with it then.
    private static long known(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    /// Paid out, not earned or not any more, and not come back.
    public long overpaid() {
        return balance == null ? 0 : Math.max(0, -balance);
    }

    /// Whether nothing is earned here, whatever is bought.
    public boolean isVoid() {
        return givesWay || onlyBooked;
    }

    /// The same in a word or two.
    public String tagKey() {
        return onlyBooked ? "rebate.tag.onlyBooked" : "rebate.tag.givesWay";
    }

    /// What is said where nothing is earned.
    public String voidKey() {
        return onlyBooked ? "rebate.void.onlyBooked" : "rebate.void.givesWay";
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
