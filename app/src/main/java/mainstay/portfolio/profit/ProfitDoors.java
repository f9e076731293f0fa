package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The steps of an account's waterfall, each with its share of sales, how it came about, and the way to its rows.
///
/// @param sales where the account's sales are taken apart
/// @param owed  where the account's receivables stand
record ProfitDoors(Chosen period, Waterfall fall, CostToServe.Rates rates, Address sales, String owed) {

    List<Door> all() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.UNPRICED || fall.unpriced() != 0)
                .map(this::door)
                .toList();
    }

    private Door door(Step step) {
        Long amount = step.amount(fall, rates);
        return new Door(
                Text.of(step.key()),
                Shown.money(amount),
                amount == null
                        ? Text.of(why(step))
                        : step == Step.SOLD ? Door.NO_NOTE : Text.of("profit.ofSales", Shown.share(share(amount))),
                period.words(),
                how(step),
                step.definition(),
                step == Step.PROFIT ? rows(step) : null,
                step == Step.PROFIT ? null : rows(step));
    }

    private String why(Step step) {
        return switch (step) {
            case REBATES -> "profit.noTerms";
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
                    Shown.money(fall.served().sum()),
                    Shown.money(fall.profit()),
                    Shown.share(fall.margin())));
        }
        return how;
    }

    private @Nullable Double share(long amount) {
        return fall.sold() <= 0 ? null : (double) amount / fall.sold();
    }

    private @Nullable String rows(Step step) {
        if (step == Step.CAPITAL) {
            return owed;
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
