package mainstay.terms.rebate;

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

/// What other stars would change in rebates: on the purchases of the last twelve months, by the ladders of both tiers.
/// Accounts with a ladder of their own keep it; ladders on a mix are left out.
@Repository
class RebateEffect implements MeasureEffect {

    private static final int QUARTERS = 4;

    private final JdbcClient database;
    private final Ladders ladders;

    RebateEffect(JdbcClient database, Ladders ladders) {
        this.database = database;
        this.ladders = ladders;
    }

    private record Bought(long account, long year, @Nullable Long before) {}

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
        List<Bought> all = bought(moved);
        for (Bought one : all) {
            Move move = Objects.requireNonNull(moves.get(one.account()));
            before += yearly(known.get(byStars.getOrDefault(move.from(), "")), one);
            after += yearly(known.get(byStars.getOrDefault(move.to(), "")), one);
        }
        return all.isEmpty() ? List.of() : List.of(told(all.size(), before, after));
    }

    private static Text told(int accounts, long before, long after) {
        if (before != after) {
            return Text.of("effect.rebates", accounts, new Money(after).toUnits(), new Money(before).toUnits());
        }
        return before == 0
                ? Text.of("effect.rebatesNone", accounts)
                : Text.of("effect.rebatesSame", accounts, new Money(after).toUnits());
    }

    private static long yearly(@Nullable Ladder ladder, Bought bought) {
        if (ladder == null || ladder.rule().basis() == Basis.MIX) {
            return 0;
        }
        int parts = ladder.cycle() == Cycle.QUARTER ? QUARTERS : 1;
        Long before = bought.before();
        Long earned =
                ladder.rule().earned(bought.year() / parts, before == null || before <= 0 ? null : before / parts);
        return earned == null ? 0 : earned * parts;
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

    private List<Bought> bought(List<Long> accounts) {
        return database.sql("""
                        select a.id, coalesce(sum(d.net_amount) filter (where d.day > s.data_to - interval '1 year'), 0)::bigint as year,
                               sum(d.net_amount) filter (where d.day <= s.data_to - interval '1 year')::bigint as before
                        from accounts.pub_account a
                        cross join ledger.pub_state s
                        left join ledger.pub_account_day d on d.account_id = a.id and d.day <= s.data_to
                                                          and d.day > s.data_to - interval '2 years'
                        where a.id = any((select cast(:accounts as bigint[]))::bigint[])
                          and not exists (select 1 from terms.agreed g join terms.ladder l on l.name = g.word and not l.confidential
                                          where g.account_id = a.id and g.measure = 'rebateLadder')
                        group by a.id
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, number) -> new Bought(row.getLong("id"), row.getLong("year"), Sql.number(row, "before")))
                .list();
    }
}
