package mainstay.planning.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mainstay.analytics.effect.Months;
import mainstay.planning.EffectMetric;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One figure of all accounts over a span of months, read at once. A month before the first sale of an account is
/// unknown.
final class MonthTable {

    private final YearMonth first;
    private final Map<Long, double[]> figures;

    private MonthTable(YearMonth first, Map<Long, double[]> figures) {
        this.first = first;
        this.figures = figures;
    }

    /// @param first first month, `last` the last one
    static MonthTable read(JdbcClient database, EffectMetric metric, YearMonth first, YearMonth last) {
        int length = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        Map<Long, double[]> figures = new HashMap<>();
        database.sql("""
                        select m.account_id, min(m.month) as month from ledger.pub_account_month m
                        where m.account_id is not null and m.month <= :last group by m.account_id
                        """)
                .param("last", last.atDay(1))
                .query((row, number) -> {
                    long begins = ChronoUnit.MONTHS.between(first, month(row.getObject("month", LocalDate.class)));
                    double[] months = new double[length];
                    Arrays.fill(
                            months,
                            0,
                            metric.isNoughtWithoutSales() ? Math.clamp(begins, 0, length) : length,
                            Double.NaN);
                    return figures.put(row.getLong("account_id"), months);
                })
                .list();
        database.sql("select s.account_id, s.month, " + summed(metric) + """
                         as figure from (
                            select m.account_id, m.month, sum(m.net_amount) as net_amount, sum(m.documents) as documents,
                                   sum(m.net_known_amount) as net_known_amount, sum(m.net_cost) as net_cost
                            from ledger.pub_account_month m
                            where m.account_id is not null and m.month between :first and :last
                            group by m.account_id, m.month) s
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, number) -> {
                    double figure = row.getDouble("figure");
                    boolean known = !row.wasNull();
                    int place = (int) ChronoUnit.MONTHS.between(first, month(row.getObject("month", LocalDate.class)));
                    double[] months = figures.get(row.getLong("account_id"));
                    if (months != null && known) {
                        months[place] = figure;
                    }
                    return place;
                })
                .list();
        return new MonthTable(first, figures);
    }

    private static String summed(EffectMetric metric) {
        return "(" + metric.sql().replace("m.", "s.") + ")::double precision";
    }

    private static YearMonth month(LocalDate day) {
        return YearMonth.from(day);
    }

    /// The months before a window and those of it, of each account.
    Map<Long, Months> around(YearMonth from, int before, int after) {
        int start = (int) ChronoUnit.MONTHS.between(first, from) - before;
        Map<Long, Months> around = new HashMap<>();
        figures.forEach((account, months) ->
                around.put(account, Months.of(Arrays.copyOfRange(months, start, start + before + after), before)));
        return around;
    }
}
