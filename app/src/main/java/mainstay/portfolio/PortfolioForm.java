package mainstay.portfolio;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// The parameters of an address that asks for the portfolio, besides the days.
record PortfolioForm(
        @Nullable Boolean group,
        @Nullable String by,
        @Nullable String view) {

    PortfolioQuery query(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate asOf) {
        return new PortfolioQuery(from, to, asOf, grouped(), basis(), salesView());
    }

    PortfolioQuery of(Chosen period) {
        return query(period.days().from(), period.days().to(), period.asOf());
    }

    /// The page counts entities under common control as one, as the key-account rule does.
    PortfolioForm groupedUnlessTold() {
        return group == null ? new PortfolioForm(true, by, view) : this;
    }

    boolean grouped() {
        return Boolean.TRUE.equals(group);
    }

    Basis basis() {
        return switch (by == null ? "delivered" : by.toLowerCase(Locale.ROOT)) {
            case "delivered", "" -> Basis.DELIVERED;
            case "billed" -> Basis.BILLED;
            default -> throw new Problem.Invalid("portfolio.noSuchBasis", String.valueOf(by));
        };
    }

    SalesView salesView() {
        return switch (view == null ? "net" : view.toLowerCase(Locale.ROOT)) {
            case "net", "" -> SalesView.NET;
            case "gross" -> SalesView.GROSS;
            default -> throw new Problem.Invalid("portfolio.noSuchView", String.valueOf(view));
        };
    }

    /// The page of this question, without the days.
    Address choices() {
        return Address.of("/portfolio")
                .with("group", grouped())
                .with("by", by == null ? null : basis().code())
                .with("view", view == null ? null : salesView().code());
    }

    /// The same question about exactly these days, at another address.
    String at(String path, Chosen period) {
        return choices()
                .at(path)
                .with("from", period.days().from())
                .with("to", period.days().to())
                .with("asOf", period.asOf())
                .toString();
    }
}
