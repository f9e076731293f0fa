package mainstay.portfolio.value;

import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How the firm wants its customers valued: what later money loses, and how far is looked ahead. The values follow each
/// change.
@Service
@Transactional
public class ValueRules {
    private final JdbcClient jdbc;

    ValueRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public ValueSettings inForce() {
        return jdbc.sql("""
                select discount_rate::double precision as discount_rate, months, revision from portfolio.value_setting
                """).query(RecordRows.of(ValueSettings.class)).single();
    }

    /// @param discountRate a year, as a fraction
    public void set(double discountRate, int months) {
        jdbc.sql("""
                update portfolio.value_setting
                set discount_rate = :rate, months = :months, revision = revision + 1
                where (discount_rate, months)
                      is distinct from (cast(cast(:rate as double precision) as numeric(5, 4)), cast(:months as integer))
                """).param("rate", discountRate).param("months", months).update();
    }
}
