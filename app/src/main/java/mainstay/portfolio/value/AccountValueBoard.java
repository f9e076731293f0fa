package mainstay.portfolio.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.value.AccountValueView.Gap;
import mainstay.portfolio.value.AccountValueView.Then;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the value panel of an account together.
@Service
@Transactional(readOnly = true)
class AccountValueBoard {
    private static final Set<String> STRIKING = Set.of("closed", "hidesLoss", "soldAtLoss", "shortHistory");
    private static final int GAPS = 24;
    private static final double DECIMALS = 10_000;

    private final ValueReader reader;
    private final Buyers buyers;
    private final Texts texts;

    AccountValueBoard(ValueReader reader, Buyers buyers, Texts texts) {
        this.reader = reader;
        this.buyers = buyers;
        this.texts = texts;
    }

    Optional<AccountValueView> view(AccountCard account) {
        return reader.of(account.id()).map(found -> view(account, found));
    }

    private AccountValueView view(AccountCard account, ValueReader.Found found) {
        RunRow run = found.run();
        AccountValue value = found.value();
        List<Text> words =
                new ArrayList<>(List.of(source(value), Text.of("value.looksAhead", run.months(), run.discountRate())));
        found.caveats().forEach(caveat -> words.add(Text.of("value.caveat." + caveat, run.returns())));
        List<Text> notes = new ArrayList<>();
        Decline.of(value, knownShare(value)).ifPresent(notes::add);
        found.caveats().stream()
                .filter(STRIKING::contains)
                .map(caveat -> Text.of("value.caveat." + caveat))
                .forEach(notes::add);
        if (value.isOpen()) {
            notes.add(Text.of("value.wide", Shown.money(value.stayingMargin())));
        }
        if (run.basis().equals("margin") && !value.isClosed()) {
            notes.add(Text.of("value.beforeServing", Buyer.Year.FEWEST));
        }
        return new AccountValueView(
                account.path() + "/" + ValuePanels.VALUE,
                value.asOf(),
                new ValueDoors(found).all(),
                value.isClosed() ? List.of() : RiskSigns.of(row(account, value)),
                notes,
                words,
                found.inputs(),
                thens(found.history()),
                gaps(run, value),
                value.lateAfter());
    }

    private double knownShare(AccountValue value) {
        return buyers.knownShare(value.accountId(), value.asOf().minusMonths(12), value.asOf());
    }

    static Text source(AccountValue value) {
        return value.method().equals("none")
                ? Text.of("value.noFigures")
                : Text.of("value.comesFrom", Text.of("value.method." + value.method()));
    }

    private static RiskRow row(AccountCard account, AccountValue value) {
        return new RiskRow(
                account.code(),
                account.name(),
                value.gapDays(),
                value.lateAfter(),
                value.rhythm(),
                value.purchasesBefore(),
                value.purchasesAfter(),
                value.rateRatio(),
                value.rateP(),
                value.categoriesLost(),
                value.lostShare(),
                value.alive(),
                value.aliveBefore(),
                value.falling(),
                value.narrowing(),
                value.fading(),
                value.margin(),
                value.atRisk(),
                value.method(),
                value.gapsAsLong(),
                value.longestGap(),
                value.repeats(),
                value.gone());
    }

    private static List<Then> thens(List<AccountValue> history) {
        return history.stream()
                .map(then -> new Then(
                        then.asOf(),
                        then.value(),
                        then.valueLow(),
                        then.valueHigh(),
                        then.alive(),
                        then.chance(then.alive()),
                        then.expected()))
                .toList();
    }

    private List<Gap> gaps(RunRow run, AccountValue value) {
        return gaps(buyers.days(value.accountId(), run.firstDay(), run.asOf()), run.asOf());
    }

    private static List<Gap> gaps(List<LocalDate> days, LocalDate asOf) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = Math.max(0, days.size() - 1 - GAPS); i < days.size(); i++) {
            LocalDate end = i + 1 < days.size() ? days.get(i + 1) : null;
            gaps.add(new Gap(
                    days.get(i), end, Math.toIntExact(ChronoUnit.DAYS.between(days.get(i), end == null ? asOf : end))));
        }
        return gaps;
    }

    List<Object> charts(AccountCard account, Locale locale) {
        return reader.kept(account.id())
                .<List<Object>>map(kept -> List.of(
                        history(thens(reader.history(kept)), locale),
                        rhythm(gaps(kept.run(), kept.value()), kept.value().lateAfter(), locale)))
                .orElse(List.of());
    }

    private RangeChart history(List<Then> history, Locale locale) {
        return new RangeChart(
                "range",
                texts.get(locale, "value.value"),
                texts.get(locale, "value.interval"),
                history.stream().map(then -> then.asOf().toString()).toList(),
                ValueChart.column(history, then -> units(then.value())),
                ValueChart.column(history, then -> units(then.low())),
                ValueChart.column(history, then -> units(then.high())));
    }

    List<String> historyHeader(Locale locale) {
        return header(locale, "value.day", "value.value", "value.low", "value.high", "value.alive", "value.expected");
    }

    Stream<List<String>> historyRows(AccountCard account) {
        return reader.kept(account.id()).stream()
                .flatMap(kept -> thens(reader.history(kept)).stream())
                .map(then -> List.of(
                        then.asOf().toString(),
                        CellTexts.money(then.value()),
                        CellTexts.money(then.low()),
                        CellTexts.money(then.high()),
                        CellTexts.number(then.alive()),
                        CellTexts.number(then.expected())));
    }

    List<String> gapsHeader(Locale locale) {
        return header(locale, "value.gapStart", "value.gapEnd", "value.gap");
    }

    /// The running gap has no end.
    Stream<List<String>> gapRows(AccountCard account) {
        return reader.kept(account.id()).stream()
                .flatMap(kept -> gaps(kept.run(), kept.value()).stream())
                .map(gap -> List.of(
                        gap.start().toString(),
                        gap.end() == null ? "" : gap.end().toString(),
                        String.valueOf(gap.days())));
    }

    private List<String> header(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> texts.get(locale, key)).toList();
    }

    private ValueChart rhythm(List<Gap> gaps, @Nullable Double late, Locale locale) {
        return new ValueChart(
                "rhythm",
                texts.get(locale, "value.gap"),
                texts.get(locale, "value.lateAfter"),
                gaps.stream().map(gap -> gap.start().toString()).toList(),
                ValueChart.column(gaps, gap -> (double) gap.days()),
                late == null ? List.of() : ValueChart.column(gaps, gap -> late));
    }

    private static @Nullable Double units(@Nullable Long money) {
        return money == null ? null : (Double) (money / DECIMALS);
    }
}
