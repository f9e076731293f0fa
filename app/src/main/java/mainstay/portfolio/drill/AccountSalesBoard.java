package mainstay.portfolio.drill;

import java.util.List;
import mainstay.portfolio.drill.AccountSales.Asked;
import mainstay.portfolio.drill.AccountSales.Block;
import mainstay.portfolio.period.Chosen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what an account bought: the figures, their first parts and the newest lines.
@Service
@Transactional(readOnly = true)
public class AccountSalesBoard {
    private static final int MONTHS = 60;
    private static final int LARGEST = 10;
    private static final int NEWEST = 20;

    private final SalesSlices slices;
    private final SalesRows rows;

    AccountSalesBoard(SalesSlices slices, SalesRows rows) {
        this.slices = slices;
        this.rows = rows;
    }

    public AccountSales of(Asked asked) {
        Slice slice = slice(asked, Cut.MONTH);
        Part whole = slices.whole(slice.question());
        List<Part> months = slices.parts(slice.question(), Cut.MONTH, Measure.REVENUE, null, MONTHS);
        Chosen period = asked.period();
        return new AccountSales(
                whole.now(),
                new Doors(
                                period,
                                whole.now(),
                                whole.before(),
                                slices.units(slice.question(), whole),
                                measure -> slice.as(measure, Cut.MONTH).toString(),
                                measure -> slice.as(measure, Cut.LINE).toString())
                        .all(),
                months.isEmpty() ? null : SalesDrill.finding(slice, whole, months),
                months.stream().map(part -> SalesDrill.row(slice, whole, part)).toList(),
                block(asked, Cut.CATEGORY, whole),
                block(asked, Cut.REGION, whole),
                block(asked, Cut.ACCOUNT, whole),
                rows.lines(slice.question(), null, NEWEST),
                slice.as(Measure.REVENUE, Cut.LINE).toString(),
                slice.as(Measure.REVENUE, Cut.LINE).with("document", "").toString(),
                SalesDrill.under(slice, "/chart"),
                SalesDrill.under(slice, "/table"));
    }

    private Block block(Asked asked, Cut cut, Part whole) {
        Slice slice = slice(asked, cut);
        boolean shown = cut != Cut.ACCOUNT || asked.group();
        return new Block(
                cut,
                shown
                        ? slices.parts(slice.question(), cut, Measure.REVENUE, null, LARGEST).stream()
                                .map(part -> SalesDrill.row(slice, whole, part))
                                .toList()
                        : List.of(),
                slice.as(Measure.REVENUE, cut).toString(),
                SalesDrill.under(slice, "/table"));
    }

    private static Slice slice(Asked asked, Cut cut) {
        return new Slice(
                new Place(asked.account(), asked.path() + "/business/sales"),
                SalesForm.of(Measure.REVENUE, cut, asked.group()),
                asked.period());
    }
}
