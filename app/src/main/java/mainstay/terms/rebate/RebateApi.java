package mainstay.terms.rebate;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/rebates")
@Tag(name = "Terms")
@Allowed.Everyone
class RebateApi {

    private final Accounts accounts;
    private final Rebates rebates;
    private final AccrualRuns runs;

    RebateApi(Accounts accounts, Rebates rebates, AccrualRuns runs) {
        this.accounts = accounts;
        this.rebates = rebates;
        this.runs = runs;
    }

    /// @param asOf     day up to which the ledger was counted
    /// @param withheld how many of the rebates you may not know; leave them out of sums, and say so
    record RebatesJson(@Nullable LocalDate asOf, long withheld, List<RebateJson> rebates) {}

    /// Amounts are in whole units of the firm's currency; unknown where null.
    ///
    /// @param withheld  it counts what a whole group bought, and you may not see all of that: neither its
    ///   figures nor what was paid out or taken back of them is told
    /// @param basis     `revenue`, `growth` or `mix`
    /// @param measured  what the steps are held against
    /// @param reference growth: the same days a year before; mix: revenue of all categories
    /// @param missing   up to the next step
    /// @param expected  at the end of the period
    /// @param repaid    paid out, not earned, and come back or set off
    /// @param balance   earned, and neither paid out nor taken back; below nought: paid out, not earned and
    ///   not come back
    /// @param against   paid out for the same purchases by a ladder that has lost its claim; not payable
    ///   here
    /// @param payable   what may be asked for now
    /// @param owed      paid out, not earned, and deducted from no other rebate: to be asked back
    /// @param unknownLines lines of the ledger without an amount, which are not counted
    /// @param nothing   why nothing is earned here: `givesWay` where the same purchases earn by another
    ///   ladder, `onlyBooked` where only bookings are left; else null
    record RebateJson(
            String ladder,
            String basis,
            boolean confidential,
            boolean wholeGroup,
            boolean withheld,
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal measured,
            @Nullable BigDecimal reference,
            @Nullable BigDecimal earned,
            @Nullable BigDecimal missing,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal takenBack,
            @Nullable BigDecimal repaid,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal against,
            @Nullable BigDecimal payable,
            @Nullable BigDecimal owed,
            @Nullable Long unknownLines,
            @Nullable String nothing) {

        static RebateJson of(Rebate one) {
            return new RebateJson(
                    one.ladder(),
                    one.basis(),
                    one.confidential(),
                    one.wholeGroup(),
                    one.withheld(),
                    one.countsFrom(),
                    one.countsTo(),
                    Money.decimal(one.measured()),
                    Money.decimal(one.reference()),
                    Money.decimal(one.earned()),
                    Money.decimal(one.missing()),
                    Money.decimal(one.expected()),
                    Money.decimal(one.paid()),
                    Money.decimal(one.clawed()),
                    Money.decimal(one.repaid()),
                    Money.decimal(one.balance()),
                    Money.decimal(one.against()),
                    Money.decimal(one.payable()),
                    Money.decimal(one.owed()),
                    one.unknownLines(),
                    one.onlyBooked() ? "onlyBooked" : one.givesWay() ? "givesWay" : null);
        }
    }

    @GetMapping
    RebatesJson of(@PathVariable String code) {
        List<Rebate> found = rebates.of(accounts.at(code).id());
        return new RebatesJson(
                runs.asOf(),
                found.stream().filter(Rebate::withheld).count(),
                found.stream().map(RebateJson::of).toList());
    }
}
