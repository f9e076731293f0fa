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

    /// @param asOf day up to which the ledger was counted
    record RebatesJson(@Nullable LocalDate asOf, List<RebateJson> rebates) {}

    /// Amounts are in whole units of the firm's currency; unknown where null.
    ///
    /// @param withheld  it counts what a whole group bought, and you may not see all of that
    /// @param basis     `revenue`, `growth` or `mix`
    /// @param measured  what the steps are held against
    /// @param reference growth: the same days a year before; mix: revenue of all categories
    /// @param missing   up to the next step
    /// @param expected  at the end of the period
    /// @param balance   earned, and neither paid out nor taken back; below nought: paid out and not earned
    /// @param payable   what may be asked for now
    /// @param nothing   why nothing is earned here: `givesWay` where the same purchases earn by another ladder,
    ///   `onlyBooked` where only bookings are left; else null
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
            BigDecimal paid,
            BigDecimal takenBack,
            @Nullable BigDecimal balance,
            BigDecimal payable,
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
                    new Money(one.paid()).toDecimal(),
                    new Money(one.clawed()).toDecimal(),
                    Money.decimal(one.balance()),
                    new Money(one.payable()).toDecimal(),
                    one.onlyBooked() ? "onlyBooked" : one.givesWay() ? "givesWay" : null);
        }
    }

    @GetMapping
    RebatesJson of(@PathVariable String code) {
        return new RebatesJson(
                runs.asOf(),
                rebates.of(accounts.at(code).id()).stream().map(RebateJson::of).toList());
    }
}
