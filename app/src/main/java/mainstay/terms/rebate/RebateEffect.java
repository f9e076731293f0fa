package mainstay.terms.rebate;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.rating.MeasureEffect;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What other stars would change in rebates: on the purchases of the last twelve months, by the ladders of
/// both tiers. Accounts with a ladder of their own keep it. Of whom it is not known what they would earn by
/// both, that is said, and they are in no sum.
@Repository
class RebateEffect implements MeasureEffect {

    private static final int QUARTERS = 4;

    private final JdbcClient database;
    private final Ladders ladders;

    RebateEffect(JdbcClient database, Ladders ladders) {
        this.database = database;
        this.ladders = ladders;
    }

    /// @param mixed by ladder on a mix: what was bought of its categories
    private record Bought(long account, long year, @Nullable Long before, Map<String, Long> mixed) {}

    @Override
    public List<Text> of(Map<Long, Move> moves) {
        Map<Integer, String> byStars = byStars();
        List<Long> moved = moves.entrySet().stream()
                .filter(move -> !Objects.equals(
                        byStars.get(move.getValue().from()),
                        byStars.get(move.getValue().to())))
                .map(Map.Entry::getKey)
                .toList();
        if (moved.isEmpty()) {
            return List.of();
        }
        Map<String, Ladder> known = new HashMap<>();
        byStars.values().forEach(name -> ladders.published(name).ifPresent(ladder -> known.put(name, ladder)));
        long before = 0;
        long after = 0;
        int unknown = 0;
        List<Bought> all = bought(moved, known);
        for (Bought one : all) {
            Move move = Objects.requireNonNull(moves.get(one.account()));
            Long now = yearly(known.get(byStars.getOrDefault(move.from(), "")), one);
            Long then = yearly(known.get(byStars.getOrDefault(move.to(), "")), one);
            if (now == null || then == null) {
                unknown++;
            } else {
                before += now;
                after += then;
            }
        }
        return told(all.size() - unknown, before, after, unknown);
    }

    private static List<Text> told(int accounts, long before, long after, int unknown) {
        List<Text> told = new ArrayList<>();
        if (accounts > 0) {
            told.add(told(accounts, before, after));
        }
        if (unknown > 0) {
            told.add(Text.of("effect.rebatesUnknown", unknown));
        }
        return told;
    }

    private static Text told(int accounts, long before, long after) {
        if (before != after) {
            return Text.of("effect.rebates", accounts, new Money(after).toUnits(), new Money(before).toUnits());
        }
        return before == 0
                ? Text.of("effect.rebatesNone", accounts)
                : Text.of("effect.rebatesSame", accounts, new Money(after).toUnits());
    }

    /// Nought without a ladder; null where it is not known.
    private static @Nullable Long yearly(@Nullable Ladder ladder, Bought bought) {
        if (ladder == null) {
            return 0L;
        }
        int parts = ladder.cycle() == Cycle.QUARTER ? QUARTERS : 1;
        Long before = bought.before();
        Long earned = switch (ladder.rule().basis()) {
            case REVENUE -> ladder.rule().earned(bought.year() / parts, null);
            case GROWTH ->
                ladder.rule().earned(bought.year() / parts, before == null || before <= 0 ? null : before / parts);
            case MIX ->
                ladder.rule().earned(bought.mixed().getOrDefault(ladder.name(), 0L) / parts, bought.year() / parts);
        };
        return earned == null ? null : Long.valueOf(earned * parts);
    }

    private Map<Integer, String> byStars() {
        Map<Integer, String> byStars = new HashMap<>();
        database.sql("""
                        select m.stars, m.rebate_ladder from terms.measure m
                        where m.version = (select max(v.version) from terms.measure_version v) and m.rebate_ladder is not null
                        """).query(row -> {
            byStars.put(row.getInt("stars"), row.getString("rebate_ladder"));
        });
        return byStars;
    }

    private List<Bought> bought(List<Long> accounts, Map<String, Ladder> known) {
        Map<Long, Map<String, Long>> mixed = new HashMap<>();
        known.values().stream()
                .filter(ladder -> ladder.rule().basis() == Basis.MIX)
                .forEach(ladder -> mixed(accounts, ladder, mixed));
        return database.sql("""
                        select a.id, coalesce(sum(d.net_amount) filter (where d.day > s.data_to - interval '1 year'), 0)::bigint as year,
                               case when s.data_from <= s.data_to - interval '2 years' + interval '1 day'
                                    then sum(d.net_amount) filter (where d.day <= s.data_to - interval '1 year')::bigint end as before
                        from accounts.pub_card a
                        cross join ledger.pub_state s
                        left join ledger.pub_account_day d on d.account_id = a.id and d.day <= s.data_to
                                                          and d.day > s.data_to - interval '2 years'
                        where a.id = any((select cast(:accounts as bigint[]))::bigint[])
                          and not exists (select 1 from terms.agreed g join terms.ladder l on l.name = g.word and not l.confidential
                                          where g.account_id = a.id and g.measure = 'rebateLadder')
                        group by a.id, s.data_from, s.data_to
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, number) -> new Bought(
                        row.getLong("id"),
                        row.getLong("year"),
                        Sql.number(row, "before"),
                        mixed.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    private void mixed(List<Long> accounts, Ladder ladder, Map<Long, Map<String, Long>> mixed) {
        database.sql("""
                        select l.account_id, coalesce(sum(l.amount), 0)::bigint as amount
                        from ledger.pub_sales_line l cross join ledger.pub_state s
                        where l.account_id = any((select cast(:accounts as bigint[]))::bigint[])
                          and l.date > s.data_to - interval '1 year' and l.date <= s.data_to
                          and l.category = any(cast(:categories as text[]))
                        group by 1
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("categories", ladder.categories().toArray(String[]::new))
                .query((ResultSet row) -> {
                    mixed.computeIfAbsent(row.getLong("account_id"), account -> new HashMap<>())
                            .put(ladder.name(), row.getLong("amount"));
                });
    }
}
