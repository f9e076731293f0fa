package mainstay.planning.deck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Line;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Thickness;
import mainstay.planning.deck.slide.Block.Tile;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.portfolio.Standing;
import mainstay.terms.Entitlement;
import mainstay.terms.Measure;
import mainstay.terms.Terms;
import mainstay.terms.Unit;
import org.springframework.stereotype.Component;

/// What the account is worth. Profit is told before rebates, and terms that follow from rebates are left out: some
/// rebates are confidential, and a deck is shown to others than its maker.
@Component
class ValuePart implements DeckPart {

    private static final double LATE = 0.1;

    private final DeckLedger ledger;
    private final Terms terms;

    ValuePart(DeckLedger ledger, Terms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Told of(Subject of) {
        return Told.of(Slide.of(
                of.t("deck.value"),
                finding(of),
                new Tiles(tiles(of)).at(0, 0, 12, 3),
                ladder(of).at(0, 3, 7, 9),
                terms(of).at(7, 3, 5, 9)));
    }

    private static String finding(Subject of) {
        Standing standing = of.standing();
        Long profit = standing == null ? null : standing.profit();
        Double margin = standing == null ? null : standing.margin();
        if (profit == null || margin == null) {
            return of.t("deck.value.unknown");
        }
        return of.t(
                profit < 0 ? "deck.value.loss" : "deck.value.profit",
                of.page().money(Math.abs(profit)) + " " + of.page().currency(),
                of.page().percent(margin));
    }

    private static List<Tile> tiles(Subject of) {
        List<Tile> tiles = new ArrayList<>();
        Standing standing = of.standing();
        Long profit = standing == null ? null : standing.profit();
        tiles.add(
                profit == null
                        ? new Tile(
                                of.t("deck.profit", of.page().currency()),
                                of.t("deck.unknown"),
                                of.t("deck.profit.none"),
                                Tone.QUIET)
                        : new Tile(
                                of.t("deck.profit", of.page().currency()),
                                of.page().money(profit),
                                of.t(
                                        "deck.margin",
                                        of.page()
                                                .percent(Objects.requireNonNull(standing)
                                                        .margin())),
                                profit < 0 ? Tone.BAD : Tone.PRIMARY));
        if (standing == null || !standing.receivables()) {
            tiles.add(new Tile(
                    of.t("deck.owed", of.page().currency()), of.t("deck.unknown"), of.t("deck.owed.none"), Tone.QUIET));
            return tiles;
        }
        Long owed = standing.openAmount();
        tiles.add(
                owed == null
                        ? new Tile(
                                of.t("deck.owed", of.page().currency()),
                                of.t("deck.unknown"),
                                of.t("deck.owed.elsewhere"),
                                Tone.QUIET)
                        : new Tile(
                                of.t("deck.owed", of.page().currency()),
                                of.page().money(owed),
                                of.t("deck.overdue", of.page().money(standing.overdue())),
                                standing.overdue() != null && standing.overdue() > LATE * owed
                                        ? Tone.BAD
                                        : Tone.PRIMARY));
        tiles.add(new Tile(
                of.t("deck.onTime"),
                standing.onTimeShare() == null
                        ? of.t("deck.unknown")
                        : of.page().percent(standing.onTimeShare(), 0),
                standing.daysLate() == null
                        ? ""
                        : of.t("deck.daysLate", of.page().decimal(standing.daysLate(), 1)),
                standing.onTimeShare() == null ? Tone.QUIET : Tone.PRIMARY));
        return tiles;
    }

    /// From what was sold down to the profit.
    private Spans ladder(Subject of) {
        List<Line> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Standing standing = of.standing();
        Long profit = standing == null ? null : standing.profit();
        if (standing != null && profit != null && standing.grossRevenue() > 0) {
            Ladder ladder = Ladder.of(standing, ledger.goods(of.account().id(), standing.asOf()), profit);
            Steps steps = new Steps(ladder.sold(), Math.min(0, profit), of, lines);
            steps.whole("deck.step.sold", ladder.sold(), Tone.PRIMARY);
            steps.down("deck.step.returned", ladder.returned());
            steps.down("deck.step.unpriced", ladder.unpriced());
            if (ladder.isSplit()) {
                steps.down("deck.step.goods", ladder.goods());
                steps.down("deck.step.served", ladder.served());
            } else {
                steps.down("deck.step.costs", ladder.costs());
            }
            steps.whole("deck.step.profit", profit, profit < 0 ? Tone.BAD : Tone.GOOD);
            marks.add(new Mark(steps.at(0), "0", false));
        }
        return new Spans(
                of.t("deck.ladder", of.page().currency()),
                lines,
                lines.size(),
                marks,
                of.t("deck.ladder.key"),
                of.t("deck.profit.none"));
    }

    /// Steps between the least and the greatest amount.
    private static final class Steps {

        private final long greatest;
        private final long least;
        private final Subject of;
        private final List<Line> lines;
        private long remains;

        Steps(long greatest, long least, Subject of, List<Line> lines) {
            this.greatest = greatest;
            this.least = least;
            this.of = of;
            this.lines = lines;
        }

        double at(long amount) {
            return (double) (amount - least) / (greatest - least);
        }

        void whole(String key, long amount, Tone tone) {
            remains = amount;
            add(key, Math.min(0, amount), Math.max(0, amount), amount, tone);
        }

        /// Nothing to take away is no step.
        void down(String key, long amount) {
            if (amount != 0) {
                add(
                        key,
                        Math.min(remains, remains - amount),
                        Math.max(remains, remains - amount),
                        -amount,
                        Tone.BEFORE);
                remains -= amount;
            }
        }

        private void add(String key, long from, long to, long amount, Tone tone) {
            String said =
                    amount < 0 ? "– " + of.page().money(-amount) : of.page().money(amount);
            lines.add(new Line(
                    of.t(key),
                    List.of(new Bar(at(from), at(to), tone, Thickness.FULL)),
                    said,
                    tone == Tone.BEFORE ? Tone.QUIET : Tone.INK));
        }
    }

    private Table terms(Subject of) {
        return Table.of(
                of.t("deck.terms"),
                List.of(
                        Column.of(of.t("terms.measure"), 5),
                        Column.of(of.t("deck.term.value"), 4),
                        Column.of(of.t("deck.term.source"), 4)),
                terms.of(of.account().id()).stream()
                        .filter(one ->
                                one.measure() != Measure.REBATE_LADDER && !one.restsOnRebate() && !one.withheld())
                        .filter(Entitlement::isSet)
                        .map(one -> List.of(
                                Cell.of(of.t(one.measure().key())), Cell.of(value(one, of)), Cell.of(source(one, of))))
                        .toList(),
                of.t("deck.terms.none"));
    }

    private static String value(Entitlement one, Subject of) {
        BigDecimal figure = one.figure();
        String word = one.word();
        Unit unit = one.measure().unit();
        if (word != null) {
            return unit == Unit.LEVEL ? of.t("terms.level." + word) : word;
        }
        if (figure == null) {
            return of.t("terms.notSet");
        }
        return switch (unit) {
            case MONEY -> of.page().money(one.amount()) + " " + of.page().currency();
            case SHARE -> of.page().percent(figure.doubleValue());
            case HOURS -> of.t("terms.hours", figure);
            default -> of.t("terms.days", figure);
        };
    }

    private static String source(Entitlement one, Subject of) {
        String source = of.t("terms.source." + one.source().code());
        return one.until() == null
                ? source
                : of.t("deck.term.until", source, of.page().date(one.until()));
    }
}
