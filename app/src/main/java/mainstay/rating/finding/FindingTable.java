package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what a run found. A finding is the same as long as test, account and quarter are; what changes of it
/// is added to its history, and the verdict stays.
@Repository
class FindingTable {
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JsonMapper snakes;

    FindingTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.snakes = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /// A suspicion that was strong enough, as a row.
    private record Row(
            String test,
            long accountId,
            LocalDate periodFrom,
            LocalDate periodTo,
            int strength,
            double measure,
            int evidence,
            long money,
            Map<String, Object> figures) {}

    /// A suspicion with the strength that it has.
    record Graded(Suspicion suspicion, Strength strength) {}

    void keep(String test, List<Graded> found) {
        List<Row> rows = new ArrayList<>(AT_ONCE);
        for (Graded graded : found) {
            rows.add(row(test, graded));
            if (rows.size() == AT_ONCE) {
                upsert(rows);
                rows.clear();
            }
        }
        upsert(rows);
    }

    private static Row row(String test, Graded graded) {
        Suspicion one = graded.suspicion();
        Quarter quarter = one.quarter();
        return new Row(
                test,
                one.account(),
                quarter.from(),
                quarter.to(),
                graded.strength().number(),
                one.measure(),
                one.evidence(),
                one.money(),
                one.figures());
    }

    private void upsert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with put as (
                    insert into rating.finding as f (test, account_id, period_from, period_to, strength, measure, evidence, money,
                                                     figures, found_at, changed_at)
                    select n.test, n.account_id, n.period_from, n.period_to, n.strength, n.measure, n.evidence, n.money,
                           n.figures, identity.clock(), identity.clock()
                    from json_populate_recordset(null::rating.finding, cast(:rows as json)) n
                    on conflict (test, account_id, period_from) do update
                    set strength = excluded.strength, measure = excluded.measure, evidence = excluded.evidence,
                        money = excluded.money, figures = excluded.figures, changed_at = excluded.changed_at, withdrawn = false
                    where f.withdrawn or (f.strength, f.evidence, f.money, f.figures)
                        is distinct from (excluded.strength, excluded.evidence, excluded.money, excluded.figures)
                    returning old.id as former, old.withdrawn as was_withdrawn, new.id, new.account_id, new.strength,
                              new.evidence, new.money, new.verdict, new.changed_at)
                insert into rating.finding_entry (finding_id, account_id, at, kind, strength, evidence, money, verdict, counts)
                select p.id, p.account_id, p.changed_at,
                       case when p.former is null then 'found' when p.was_withdrawn then 'returned' else 'changed' end,
                       p.strength, p.evidence, p.money, p.verdict, coalesce(p.verdict = 'confirmed', false)
                from put p
                """).param("rows", snakes.writeValueAsString(rows)).update();
    }

    /// Withdraws the findings of a test, from a day on, that were not made again.
    void withdraw(String test, LocalDate from, List<Graded> found) {
        jdbc.sql("""
                with gone as (
                    update rating.finding f set withdrawn = true, changed_at = identity.clock()
                    where f.test = :test and f.period_from >= :from and not f.withdrawn
                      and not exists (select 1 from json_to_recordset(cast(:found as json)) as k (account bigint, day date)
                                      where k.account = f.account_id and k.day = f.period_from)
                    returning f.id, f.account_id, f.strength, f.evidence, f.money, f.verdict, f.changed_at)
                insert into rating.finding_entry (finding_id, account_id, at, kind, strength, evidence, money, verdict, counts)
                select g.id, g.account_id, g.changed_at, 'withdrawn', g.strength, g.evidence, g.money, g.verdict,
                       coalesce(g.verdict = 'confirmed', false)
                from gone g
                """)
                .param("test", test)
                .param("from", from)
                .param("found", keys(found))
                .update();
    }

    private String keys(List<Graded> found) {
        return json.writeValueAsString(found.stream()
                .map(one -> Map.of(
                        "account",
                        one.suspicion().account(),
                        "day",
                        one.suspicion().quarter().from()))
                .toList());
    }
}
