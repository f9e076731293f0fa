package mainstay.portfolio.drill;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import org.jspecify.annotations.Nullable;

/// What an address asks for, settled, and where it leads from there.
record Slice(Place place, SalesForm form, Chosen period) {

    Measure measure() {
        return form.measured();
    }

    Cut cut() {
        return form.cutBy();
    }

    Question question() {
        return new Question(place.whose(form, period.asOf()), period.days(), period.known(), form.filter());
    }

    /// The rows behind returns are those that came back.
    Question rows() {
        Question all = question();
        return measure() == Measure.RETURNS ? all.with(all.filter().onlyReturned()) : all;
    }

    /// The days of a month that are in the period and in the data.
    Days days(YearMonth month) {
        Days inside = Days.of(period.days(), month);
        return inside.to().isAfter(period.asOf()) && !inside.from().isAfter(period.asOf())
                ? new Days(inside.from(), period.asOf())
                : inside;
    }

    /// This slice without its cut and measure.
    Address base() {
        return form.on(period.address().at(place.path()));
    }

    Address as(Measure measure, Cut cut) {
        return base().with("measure", measure.code()).with("cut", cut.code());
    }

    Address after(@Nullable String place) {
        return as(measure(), cut()).with("after", place);
    }

    /// By what this can be taken apart: not by what it is limited to already.
    List<Cut> cuts() {
        Set<Cut> open = EnumSet.allOf(Cut.class);
        Filter filter = form.filter();
        drop(open, Cut.MONTH, filter.month() != null);
        drop(open, Cut.CATEGORY, filter.category() != null || filter.product() != null);
        drop(open, Cut.REGION, filter.region() != null);
        drop(open, Cut.PRODUCT, filter.product() != null);
        drop(open, Cut.ACCOUNT, (place.account() != null && !form.grouped()) || filter.nobody());
        drop(open, Cut.DOCUMENT, filter.document() != null);
        open.add(cut());
        return List.copyOf(open);
    }

    private static void drop(Set<Cut> open, Cut cut, boolean limited) {
        if (limited) {
            open.remove(cut);
        }
    }

    /// Where a part is taken apart further.
    Address into(Part part) {
        Address all = base().with("measure", measure().code());
        return switch (cut()) {
            case ACCOUNT -> intoAccount(part, all);
            case MONTH -> all.with("month", part.key()).with("cut", next(Cut.CATEGORY, Cut.PRODUCT, Cut.DOCUMENT));
            case CATEGORY -> all.with("category", part.key()).with("cut", Cut.PRODUCT.code());
            case REGION -> all.with("region", part.key()).with("cut", next(Cut.CATEGORY, Cut.PRODUCT, Cut.DOCUMENT));
            case PRODUCT -> all.with("product", part.key()).with("cut", Cut.DOCUMENT.code());
            case DOCUMENT, LINE -> all.with("document", part.key()).with("cut", Cut.LINE.code());
        };
    }

    private Address intoAccount(Part part, Address all) {
        if (part.code() == null) {
            return as(measure(), Cut.DOCUMENT);
        }
        boolean ofGroup = form.grouped() && place.account() == null;
        return all.at(AccountCard.pathOf(part.code()) + "/business/sales")
                .with("group", ofGroup)
                .with("cut", next(Cut.MONTH, Cut.CATEGORY, Cut.PRODUCT, Cut.DOCUMENT));
    }

    private String next(Cut... wanted) {
        List<Cut> open = cuts();
        for (Cut one : wanted) {
            if (one != cut() && open.contains(one)) {
                return one.code();
            }
        }
        return Cut.LINE.code();
    }
}
