package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Lines sold for less than their floor price, per unit of measure and net of what was credited since. The
/// measure is their share of the lines that have a floor price.
@Component
class FloorPriceTest implements FindingTest {
    private static final String LINES = FloorPriceSql.LINES;

    private final Suspicions suspicions;
    private final LineRows lines;

    FloorPriceTest(Suspicions suspicions, LineRows lines) {
        this.suspicions = suspicions;
        this.lines = lines;
    }

    @Override
    public String code() {
        return "floorPrice";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        return suspicions.of(LINES.formatted("") + """
                , found as (
                    select k.account_id, date_trunc('quarter', k.date)::date as quarter, count(*) as below,
                           sum(k.missing)::bigint as money, min(k.paid / k.floor)::double precision as lowest
                    from kept k group by 1, 2)
                select f.account_id as account, f.quarter, f.below::double precision / p.lines as measure,
                       f.below as evidence, f.money, f.below, p.lines, f.money as missing, f.lowest
                from found f
                join (select account_id, date_trunc('quarter', date)::date as quarter, count(*) as lines
                      from priced group by 1, 2) p using (account_id, quarter)
                """, Map.of("from", examined.from(), "asOf", examined.asOf()));
    }

    @Override
    public Text sentence(Figures figures) {
        return Text.of(
                "findings.sentence.floorPrice",
                figures.count("below"),
                figures.count("lines"),
                figures.money("missing"),
                figures.share("lowest"));
    }

    @Override
    public Evidence evidence(Subject subject) {
        return lines.priced(subject, LINES.formatted("and s.account_id = :account") + """
                select s.date, s.document_id, s.document, coalesce(s.product_name, s.product) as product, k.quantity,
                       coalesce(s.unit, '') as unit, round(k.paid)::bigint as paid, round(k.floor)::bigint as floor,
                       k.missing::bigint as money
                from kept k join ledger.pub_sales_line s
                    on s.document_id = k.document_id and s.line = k.line and s.date = k.date
                where k.date between :quarter and :quarterTo
                order by k.missing desc, s.date, s.document_id, s.line limit 200
                """);
    }
}
