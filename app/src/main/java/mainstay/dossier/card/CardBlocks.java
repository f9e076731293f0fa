package mainstay.dossier.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Dossier;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Fact;
import mainstay.dossier.Keeping;
import mainstay.dossier.KeepingSource;
import mainstay.dossier.Reading;
import mainstay.dossier.card.Sheet.Block;
import mainstay.dossier.card.Sheet.Row;
import mainstay.rating.Part;
import mainstay.rating.Rating;
import mainstay.rating.Ratings;
import mainstay.shared.web.PageContext;
import mainstay.terms.Entitlement;
import mainstay.terms.Terms;
import mainstay.terms.price.EndingPrices;
import mainstay.terms.price.EndingPrices.EndingPrice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The blocks of a profile card. Each is made of what the reader may see.
@Component
class CardBlocks {

    private static final int DAYS_AHEAD = 90;
    private static final int MOST_FACTS = 14;
    private static final int LONGEST = 160;
    private static final int NAMED = 3;
    private static final int MOST_PRICES = 5;
    private static final double GOOD = 60;

    private final KeepingSource keeping;
    private final Ratings ratings;
    private final Terms terms;
    private final EndingPrices prices;

    CardBlocks(KeepingSource keeping, Ratings ratings, Terms terms, EndingPrices prices) {
        this.keeping = keeping;
        this.ratings = ratings;
        this.terms = terms;
        this.prices = prices;
    }

    Block who(AccountCard account, PageContext page) {
        Keeping kept = keeping.of(account);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                page.t("account.group"), Objects.requireNonNullElse(account.group(), page.t("account.ownGroup"))));
        add(rows, page.t("accounts.category"), account.category());
        add(rows, page.t("accounts.region"), account.region());
        rows.add(Row.of(
                page.t("accounts.manager"), Objects.requireNonNullElse(account.manager(), page.t("card.nobody"))));
        String custodian = kept.custodian();
        String deputy = kept.deputy();
        rows.add(new Row(
                page.t("card.custodian"),
                custodian == null ? page.t("card.directors") : custodian,
                deputy == null ? "" : page.t("card.deputy", deputy),
                false));
        if (account.closedOn() != null) {
            rows.add(new Row(page.t("account.closedOn"), page.date(account.closedOn()), "", true));
        }
        return new Block(page.t("card.who"), rows, "");
    }

    private static void add(List<Row> rows, String label, @Nullable String value) {
        if (value != null) {
            rows.add(Row.of(label, value));
        }
    }

    /// The stars with the criteria that make them, by what each brings to the score or takes from it.
    Block stars(AccountCard account, PageContext page) {
        Optional<Rating> rated = ratings.of(account.id());
        if (rated.isEmpty()) {
            return new Block(page.t("card.stars"), List.of(), page.t("card.unrated"));
        }
        Rating rating = rated.get();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                page.t("rating.stars"),
                page.t(rating.hollow() ? "rating.starsHollow" : "rating.starsSolid", rating.stars()),
                page.t("card.score", page.decimal(rating.score(), 1), page.percent(rating.coverage(), 0)),
                rating.hollow()));
        named(rows, page.t("card.lifts"), page, rating, true);
        named(rows, page.t("card.holdsBack"), page, rating, false);
        return new Block(page.t("card.stars"), rows, "");
    }

    private static void named(List<Row> rows, String label, PageContext page, Rating rating, boolean good) {
        List<String> names = rating.parts().stream()
                .filter(part -> part.points() != null && (points(part) >= GOOD) == good)
                .sorted(Comparator.comparingDouble(part -> -part.weight() * Math.abs(points(part) - GOOD)))
                .limit(NAMED)
                .map(part -> page.t("card.criterion", name(part, page), page.decimal(points(part), 0)))
                .toList();
        if (!names.isEmpty()) {
            rows.add(Row.of(label, String.join(page.t("since.comma"), names)));
        }
    }

    private static double points(Part part) {
        return Objects.requireNonNullElse(part.points(), 0.0);
    }

    private static String name(Part part, PageContext page) {
        String own = part.name();
        return own == null ? page.t("rating.criterion." + part.code()) : own;
    }

    /// What the ledger and the terms say: twelve months, payment, credit.
    Block business(Dossier dossier, PageContext page) {
        List<Row> rows = lines(dossier).stream()
                .flatMap(line -> Optional.ofNullable(line.reading()).stream().map(reading -> read(line, reading, page)))
                .toList();
        return new Block(page.t("card.business"), rows, page.t("card.noBusiness"));
    }

    private static Row read(Line line, Reading reading, PageContext page) {
        return Row.of(line.field().label(page), page.t(reading.value()));
    }

    static List<Line> lines(Dossier dossier) {
        return dossier.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    /// Those that weigh most.
    static List<Line> keyFacts(Dossier dossier) {
        return lines(dossier).stream()
                .filter(line -> line.fact() != null)
                .sorted(Comparator.comparingInt(line -> -line.field().weight()))
                .limit(MOST_FACTS)
                .toList();
    }

    Block facts(List<Line> shown, PageContext page) {
        return new Block(
                page.t("card.facts"),
                shown.stream().map(line -> fact(line, page)).toList(),
                page.t("card.noFacts"));
    }

    static Row fact(Line line, PageContext page) {
        Fact fact = Objects.requireNonNull(line.fact());
        String note = page.t(line.age()) + " · " + page.t(fact.confidence().key());
        return new Row(
                line.field().label(page),
                shortened(fact.value().shown(page, line.field())),
                line.old() ? page.t("archive.state.old") + " · " + note : note,
                line.old());
    }

    static String shortened(String text) {
        return Row.cut(text.replaceAll("\\s+", " "), LONGEST);
    }

    /// What was agreed and ends within some days: terms first, then prices, the next to end first.
    Block ending(AccountCard account, LocalDate today, PageContext page) {
        LocalDate last = today.plusDays(DAYS_AHEAD);
        List<Row> rows = new ArrayList<>(terms.of(account.id()).stream()
                .filter(one -> one.source() == Entitlement.Source.AGREED)
                .flatMap(one -> Optional.ofNullable(one.until()).stream()
                        .filter(until -> !until.isBefore(today) && !until.isAfter(last))
                        .map(until -> new Row(
                                page.t(one.measure().key()),
                                page.t("card.endsOn", page.date(until)),
                                shortened(page.t(one.explanation())),
                                true)))
                .toList());
        List<EndingPrice> agreed = prices.between(account.id(), today, last);
        agreed.stream().limit(MOST_PRICES).map(price -> price(price, page)).forEach(rows::add);
        if (agreed.size() > MOST_PRICES) {
            rows.add(Row.of(page.t("price.heading"), page.t("card.morePrices", agreed.size() - MOST_PRICES)));
        }
        return new Block(page.t("card.ending"), rows, page.t("card.nothingEnds", DAYS_AHEAD));
    }

    private static Row price(EndingPrice price, PageContext page) {
        String said = price.price() == null
                ? page.t("price.less", page.percent(price.discount(), 2))
                : page.exactMoney(price.price()) + " " + price.currency();
        String unit = price.unit().isEmpty() ? "" : " / " + price.unit();
        String region = price.region().isEmpty() ? "" : " · " + price.region();
        return new Row(
                page.t("card.priceOf", price.about()),
                page.t("card.endsOn", page.date(price.until())),
                shortened(said + unit + region),
                true);
    }
}
