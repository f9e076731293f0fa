package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The steps of an account's waterfall, each with its share of sales, how it came about, and the way to its rows.
///
/// @param sales  where the account's sales are taken apart
/// @param owed   where the account's receivables stand
/// @param earned where its rebates stand
record ProfitDoors(Chosen period, Waterfall fall, CostsSet set, Address sales, String owed, String earned) {

    List<Door> all() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.UNPRICED || fall.unpriced() != 0)
                .map(this::door)
                .toList();
    }

    private Door door(Step step) {
        Long amount = step.amount(fall, set);
        return new Door(
                Text.of(step.key()),
                Shown.money(amount),
                amount == null ? Text.of(why(step)) : note(step, amount),
                period.words(),
                how(step),
                step.definition(),
                step == Step.PROFIT ? rows(step) : null,
                step == Step.PROFIT ? null : rows(step));
    }

    private Text note(Step step, long amount) {
        return switch (step) {
            case SOLD -> Door.NO_NOTE;
            case REBATES ->
                Text.of(
                        fall.served().unknownRebates() > 0 ? "profit.rebatesInPart" : "profit.ofSales",
                        Shown.share(share(amount)));
            default -> Text.of("profit.ofSales", Shown.share(share(amount)));
        };
    }

    private String why(Step step) {
        return switch (step) {
            case REBATES -> !set.rebates() ? "profit.noTerms" : fall.known() ? "profit.rebateUnknown" : "profit.noCost";
            case GOODS, PROFIT -> "profit.noCost";
            default -> fall.known() ? "profit.notSet" : "profit.noCost";
        };
    }

    private List<Text> how(Step step) {
        List<Text> how = new ArrayList<>(List.of(Text.of("profit.how." + step.code())));
        if (step == Step.PROFIT) {
            how.add(Text.of(
                    "profit.how.sum",
                    Shown.money(fall.priced()),
                    Shown.money(fall.goods()),
                    Shown.money(fall.served().toServe()),
                    Shown.money(fall.profit()),
                    Shown.share(fall.margin()),
                    Shown.money(fall.served().rebates())));
        }
        return how;
    }

    private @Nullable Double share(long amount) {
        return fall.sold() <= 0 ? null : (double) amount / fall.sold();
    }

    private @Nullable String rows(Step step) {
        if (step == Step.CAPITAL || step == Step.REBATES) {
            return step == Step.CAPITAL ? owed : set.rebates() ? earned : null;
        }
        String measure = step.measure();
        return measure == null
                ? null
                : sales.with("measure", measure)
                        .with("cut", step.cut())
                        .with("cost", step == Step.UNPRICED ? "unknown" : null)
                        .toString();
    }
}
