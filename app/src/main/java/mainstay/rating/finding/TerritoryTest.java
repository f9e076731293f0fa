package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Goods that went to regions where the account is not authorised to sell. The measure is their share of what
/// went to a region that is known. Accounts without a territory of their own or of their group may sell
/// anywhere.
@Component
class TerritoryTest implements FindingTest {
    private final Suspicions suspicions;
    private final LineRows lines;

    TerritoryTest(Suspicions suspicions, LineRows lines) {
        this.suspicions = suspicions;
        this.lines = lines;
    }

    @Override
    public String code() {
        return "territory";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        return suspicions.of(
                TerritorySql.SHIPPED.formatted("") + """
                , parts as (
                    select s.account_id, s.quarter, s.region, s.outside, sum(s.amount) as amount, count(*) as lines
                    from shipped s group by 1, 2, 3, 4)
                select p.account_id as account, p.quarter,
                       (greatest(0, sum(p.amount) filter (where p.outside)) / nullif(sum(p.amount), 0))::double precision as measure,
                       coalesce(sum(p.lines) filter (where p.outside), 0)::bigint as evidence,
                       greatest(0, sum(p.amount) filter (where p.outside))::bigint as money,
                       greatest(0, sum(p.amount) filter (where p.outside))::bigint as outside,
                       sum(p.amount)::bigint as shipped,
                       (array_to_string((array_agg(p.region order by p.amount desc) filter (where p.outside))[1 : 3], ', ')) as regions,
                       (select string_agg(r.region, ', ' order by r.region)
                        from (select a.region from authorised a where a.account_id = p.account_id order by 1 limit 3) r) as home
                from parts p group by 1, 2
                having sum(p.amount) filter (where p.outside) > 0 and sum(p.amount) > 0
                """, Map.of("from", examined.from(), "asOf", examined.asOf()));
    }

    @Override
    public Text sentence(Figures figures) {
        double shipped = figures.exact("shipped");
        return Text.of(
                "findings.sentence.territory",
                figures.money("outside"),
                Shown.share(shipped == 0 ? null : Double.valueOf(figures.exact("outside") / shipped)),
                figures.text("regions"),
                figures.text("home"));
    }

    @Override
    public Evidence evidence(Subject subject) {
        return lines.shipped(subject, TerritorySql.SHIPPED.formatted("and s.account_id = :account") + """
                select l.date, l.document_id, l.document, coalesce(l.product_name, l.product) as product, l.quantity, l.region,
                       l.amount as money
                from shipped s join ledger.pub_sales_line l
                    on l.document_id = s.document_id and l.line = s.line and l.date = s.date
                where s.outside and s.date between :quarter and :quarterTo
                order by abs(l.amount) desc, l.date, l.document_id, l.line limit 200
                """);
    }
}
