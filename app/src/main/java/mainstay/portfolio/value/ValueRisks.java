package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts with signs of leaving: those that can still be saved, the most money at risk times the
/// probability that they are still there first, and those that are probably gone.
@Repository
class ValueRisks {
    private static final String SIGNED = """
            from portfolio.account_value v join accounts.pub_account a on a.id = v.account_id
            where v.as_of = :asOf and v.leaving
            """;

    private final JdbcClient jdbc;

    ValueRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many can still be saved, and how many are probably gone.
    record Count(int saveable, int lost) {}

    List<RiskRow> page(LocalDate asOf, RiskForm form) {
        return rows(asOf, form.gone(), "limit " + Paging.SHOWN + " offset " + Paging.skipped(form.number()));
    }

    /// Those that can still be saved before those that are probably gone.
    List<RiskRow> all(LocalDate asOf) {
        return Stream.concat(rows(asOf, false, "").stream(), rows(asOf, true, "").stream())
                .toList();
    }

    Count count(LocalDate asOf) {
        return jdbc.sql("""
                select cast(count(*) filter (where not v.gone) as integer) as saveable,
                       cast(count(*) filter (where v.gone) as integer) as lost
                %SIGNED%
                """.replace("%SIGNED%", SIGNED))
                .param("asOf", asOf)
                .query(RecordRows.of(Count.class))
                .single();
    }

    private List<RiskRow> rows(LocalDate asOf, boolean gone, String limit) {
        return jdbc.sql("""
                select a.code, a.name, v.gap_days, v.late_after, v.rhythm, v.purchases_before, v.purchases_after,
                       v.rate_ratio, v.rate_p, v.categories_lost, v.lost_share, v.alive, v.alive_before,
                       v.falling, v.narrowing, v.fading, v.margin, v.at_risk, v.method, v.gaps_as_long, v.longest_gap, v.repeats,
                       v.gone
                %SIGNED% and v.gone = :gone
                order by %ORDER% desc nulls last, v.account_id
                """.replace("%SIGNED%", SIGNED).replace("%ORDER%", gone ? "v.at_risk" : "v.at_risk * v.alive")
                        + limit)
                .param("asOf", asOf)
                .param("gone", gone)
                .query(RecordRows.of(RiskRow.class))
                .list();
    }
}
