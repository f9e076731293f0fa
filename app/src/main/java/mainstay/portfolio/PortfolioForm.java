package mainstay.portfolio;

import java.time.LocalDate;
import java.util.Locale;
import mainstay.portfolio.period.Address;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/// The parameters of an address that asks for the portfolio.
record PortfolioForm(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate asOf,

        @Nullable Boolean group,
        @Nullable String by,
        @Nullable String view) {

    PortfolioQuery query() {
        return new PortfolioQuery(from, to, asOf, grouped(), basis(), salesView());
    }

    /// The same question about other days.
    PortfolioForm within(Period days) {
        return new PortfolioForm(days.from(), days.to(), asOf, group, by, view);
    }

    /// The page counts entities under common control as one, as the key-account rule does.
    PortfolioForm groupedUnlessTold() {
        return group == null ? new PortfolioForm(from, to, asOf, true, by, view) : this;
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

    /// What was chosen besides the days.
    Address choices() {
        return Address.of("/portfolio")
                .with("group", grouped())
                .with("by", by == null ? null : basis().code())
                .with("view", view == null ? null : salesView().code());
    }

    /// The same question at another address.
    String at(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (from != null) {
            address.queryParam("from", from);
        }
        if (to != null) {
            address.queryParam("to", to);
        }
        if (asOf != null) {
            address.queryParam("asOf", asOf);
        }
        return address.queryParam("group", grouped())
                .queryParam("by", basis().code())
                .queryParam("view", salesView().code())
                .build()
                .toUriString();
    }
}
