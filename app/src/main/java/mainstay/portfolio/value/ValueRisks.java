package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts with signs of leaving, those with the most money at risk first.
@Repository
class ValueRisks {
    static final int SHOWN = 50;

    private static final String SIGNED = """
            from portfolio.account_value v join accounts.pub_account a on a.id = v.account_id
            where v.as_of = :asOf and v.leaving
            """;

    private final JdbcClient jdbc;

    ValueRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RiskRow> first(LocalDate asOf) {
        return rows(asOf, "limit " + SHOWN);
    }

    List<RiskRow> all(LocalDate asOf) {
        return rows(asOf, "");
    }

    int count(LocalDate asOf) {
        return jdbc.sql("select count(*) " + SIGNED)
                .param("asOf", asOf)
                .query(Integer.class)
                .single();
    }

    private List<RiskRow> rows(LocalDate asOf, String limit) {
        return jdbc.sql("""
                select a.code, a.name, v.gap_days, v.late_after, v.rhythm, v.purchases_before, v.purchases_after,
                       v.rate_ratio, v.rate_p, v.categories_lost, v.lost_share, v.alive, v.alive_before,
                       v.falling, v.narrowing, v.fading, v.margin, v.at_risk
                %SIGNED%
                order by v.at_risk desc nulls last, v.account_id
                """.replace("%SIGNED%", SIGNED) + limit)
                .param("asOf", asOf)
                .query(RecordRows.of(RiskRow.class))
                .list();
    }
}
