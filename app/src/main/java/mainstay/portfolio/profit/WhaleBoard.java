package mainstay.portfolio.profit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.Loss;
import mainstay.portfolio.Remedy;
import mainstay.portfolio.Verdicts;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.portfolio.profit.WhaleView.Sum;
import mainstay.portfolio.profit.WhaleView.Verdict;
import mainstay.portfolio.value.KeptValue;
import mainstay.portfolio.value.KeptValues;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the whale board together: the curve in figures, every loss with its verdict, and the strata.
@Service
@Transactional(readOnly = true)
class WhaleBoard {
    private static final int MOST = 100;

    private final SegmentBoard segments;
    private final Verdicts verdicts;
    private final KeptValues values;
    private final Periods periods;
    private final Texts texts;

    WhaleBoard(SegmentBoard segments, Verdicts verdicts, KeptValues values, Periods periods, Texts texts) {
        this.segments = segments;
        this.values = values;
        this.verdicts = verdicts;
        this.periods = periods;
        this.texts = texts;
    }

    Optional<WhaleView> view(boolean group, PeriodForm days) {
        return periods.shown(days, Address.of("/profit/whale").with("group", group))
                .flatMap(period -> segments.accounting(period, group).map(all -> view(period, all)));
    }

    private WhaleView view(Chosen period, Accounting all) {
        List<Loss> losses = verdicts.losses(all);
        Strata strata = Strata.of(all.totals());
        boolean rebates = segments.knowsRebates();
        return new WhaleView(
                period,
                Acting.actor().reaches(Level.BUSINESS),
                all.scope().group(),
                all.totals().isEmpty(),
                Accounting.orNull(all.whale().peak()),
                Accounting.orNull(all.whale().erosion()),
                all.whale().customers(),
                Counted.priced(all.totals(), all.scope().group() ? "groups" : "accounts"),
                rebates,
                Counted.rebates(all.totals(), rebates),
                doors(period, all),
                verdicts(all, losses.stream().limit(MOST).toList()),
                losses.size(),
                sums(losses),
                strata.layers(),
                strata.note(),
                Address.of("/portfolio/curves")
                        .with("from", period.days().from())
                        .with("to", period.days().to())
                        .with("asOf", period.asOf())
                        .with("group", all.scope().group())
                        .toString());
    }

    private List<Verdict> verdicts(Accounting all, List<Loss> shown) {
        Map<Long, KeptValue> kept = values.of(
                shown.stream().map(loss -> loss.total().account()).toList(),
                all.scope().group(),
                all.scope().asOf());
        return shown.stream()
                .map(loss -> new Verdict(
                        loss,
                        loss.remedy(),
                        verdicts.text(loss),
                        kept.getOrDefault(loss.total().account(), KeptValue.NONE)
                                .fewDays()))
                .toList();
    }

    private static List<Door> doors(Chosen period, Accounting all) {
        long earned = all.totals().stream()
                .map(AccountTotal::profit)
                .filter(profit -> profit != null && profit > 0)
                .mapToLong(Long::longValue)
                .sum();
        long lost = all.totals().stream()
                .map(AccountTotal::profit)
                .filter(profit -> profit != null && profit < 0)
                .mapToLong(profit -> -profit)
                .sum();
        return List.of(
                door(period, "peak", Shown.share(Accounting.orNull(all.whale().peak())), Shown.money(earned)),
                door(
                        period,
                        "erosion",
                        Shown.share(Accounting.orNull(all.whale().erosion())),
                        Shown.money(lost)),
                door(period, "total", Shown.money(earned - lost), Shown.share(all.knownCostShare())));
    }

    private static Door door(Chosen period, String figure, Text value, Text other) {
        return new Door(
                Text.of("profit.whale." + figure),
                value,
                Text.of("profit.whale." + figure + ".note", other),
                period.words(),
                List.of(Text.of("profit.whale." + figure + ".how", other)),
                "whale-curve",
                null,
                null);
    }

    private static List<Sum> sums(List<Loss> losses) {
        Map<Remedy, Sum> sums = new EnumMap<>(Remedy.class);
        for (Loss loss : losses) {
            sums.merge(
                    loss.remedy(),
                    new Sum(loss.remedy(), 1, loss.effect()),
                    (one, other) ->
                            new Sum(one.remedy(), one.accounts() + other.accounts(), one.effect() + other.effect()));
        }
        return new ArrayList<>(sums.values());
    }

    List<String> header(Locale locale) {
        return Stream.of(
                        "code", "account", "revenue", "goods", "rebates", "serving", "waiting", "loss", "verdict",
                        "effect")
                .map(column -> texts.get(locale, "profit.column." + column))
                .toList();
    }

    /// Every loss, not the first hundred alone.
    Stream<List<String>> rows(boolean group, PeriodForm days, Locale locale) {
        boolean rebates = segments.knowsRebates();
        return periods.chosen(days, Address.of("/profit/whale")).stream()
                .flatMap(period -> segments.accounting(period, group).stream())
                .flatMap(all -> verdicts.losses(all).stream())
                .map(loss -> List.of(
                        loss.total().code(),
                        loss.total().name(),
                        SegmentBoard.money(loss.total().revenue()),
                        SegmentBoard.money(loss.total().goodsProfit()),
                        SegmentBoard.money(rebates ? loss.total().served().knownRebates() : null),
                        SegmentBoard.money(loss.total().served().work()),
                        SegmentBoard.money(loss.total().served().capital()),
                        SegmentBoard.money(loss.amount()),
                        texts.get(locale, loss.remedy().key() + ".tag"),
                        SegmentBoard.money(loss.effect())));
    }
}
