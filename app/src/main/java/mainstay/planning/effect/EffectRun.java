package mainstay.planning.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.analytics.effect.Comparables;
import mainstay.analytics.effect.Effect;
import mainstay.analytics.effect.EffectTest;
import mainstay.analytics.effect.Months;
import mainstay.planning.EffectMetric;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Measures what work changed, once its window is over and the ledger reaches its end; anew when the ledger
/// changes. All of a figure is read at once, however much work there is.
@Service
@Transactional
public class EffectRun {

    static final EffectTest TEST = EffectTest.USUAL;
    static final int MONTHS_BEFORE = 12;
    /// The last invoice of a month is often written some days before its end.
    private static final int GRACE_DAYS = 3;

    private final JdbcClient database;
    private final KeptEffects kept;
    private final Clock clock;

    EffectRun(JdbcClient database, KeptEffects kept, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
    }

    /// What is to be measured.
    record Tested(long id, long accountId, String metric, LocalDate effectFrom, int effectMonths) {

        YearMonth from() {
            return YearMonth.from(effectFrom);
        }

        YearMonth last() {
            return from().plusMonths(effectMonths - 1L);
        }

        Window window() {
            return new Window(from(), effectMonths);
        }
    }

    record Window(YearMonth from, int months) {}

    /// What the ledger reaches to; null where it is empty.
    private record Ledger(long revision, @Nullable LocalDate dataTo) {}

    /// @return how much work was measured
    public int run() {
        Boolean alone = database.sql("select pg_try_advisory_xact_lock(hashtext('planning.effect'))")
                .query(Boolean.class)
                .single();
        Ledger ledger = database.sql("select revision, data_to from ledger.pub_state")
                .query(RecordRows.of(Ledger.class))
                .single();
        if (!alone || ledger.dataTo() == null) {
            return 0;
        }
        List<Tested> pending = pending(ledger, LocalDate.now(clock));
        pending.stream()
                .collect(Collectors.groupingBy(Tested::metric))
                .forEach((metric, items) ->
                        measure(EffectMetric.byCode(metric).orElseThrow(), items, ledger.revision()));
        return pending.size();
    }

    private List<Tested> pending(Ledger ledger, LocalDate today) {
        return database.sql("""
                        select w.id, w.account_id, w.metric, w.effect_from, w.effect_months
                        from planning.work_item w left join planning.effect e on e.item_id = w.id
                        where w.metric is not null and w.state <> 'dropped'
                          and (w.effect_from + make_interval(months => w.effect_months))::date <= :reached
                          and e.ledger_revision is distinct from :revision
                        """)
                .param("reached", least(Objects.requireNonNull(ledger.dataTo()).plusDays(GRACE_DAYS + 1L), today))
                .param("revision", ledger.revision())
                .query(RecordRows.of(Tested.class))
                .list();
    }

    private static LocalDate least(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void measure(EffectMetric metric, List<Tested> items, long revision) {
        YearMonth first =
                items.stream().map(Tested::from).min(YearMonth::compareTo).orElseThrow();
        YearMonth last =
                items.stream().map(Tested::last).max(YearMonth::compareTo).orElseThrow();
        MonthTable table = MonthTable.read(database, metric, first.minusMonths(MONTHS_BEFORE), last);
        List<KeptEffects.Row> rows = new ArrayList<>();
        items.stream().collect(Collectors.groupingBy(Tested::window)).forEach((window, tested) -> {
            Map<Long, Months> around = table.around(window.from(), MONTHS_BEFORE, window.months());
            Set<Long> reached = reached(metric, window);
            Comparables others = TEST.among(
                    around.entrySet().stream()
                            .filter(each -> !reached.contains(each.getKey()))
                            .map(Map.Entry::getValue)
                            .toList(),
                    metric.scale());
            tested.forEach(item -> rows.add(KeptEffects.Row.of(item, effect(around.get(item.accountId()), others))));
        });
        kept.replace(rows, TEST.level(), revision);
    }

    private static Effect effect(@Nullable Months account, Comparables others) {
        return account == null
                ? new Effect.NotEnoughData(Effect.Lack.MONTHS_BEFORE, 0, TEST.fewestBefore())
                : TEST.of(account, others);
    }

    /// Accounts for which something was done whose effect on the same figure was to be seen in the same months.
    private Set<Long> reached(EffectMetric metric, Window window) {
        return Set.copyOf(database.sql("""
                        select distinct w.account_id from planning.work_item w
                        where w.metric = :metric and w.state <> 'dropped' and w.effect_from < :end
                          and (w.effect_from + make_interval(months => w.effect_months))::date > :from
                        """)
                .param("metric", metric.code())
                .param("from", window.from().atDay(1))
                .param("end", window.from().plusMonths(window.months()).atDay(1))
                .query(Long.class)
                .list());
    }
}
