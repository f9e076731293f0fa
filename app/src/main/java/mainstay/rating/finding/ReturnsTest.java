package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// More came back than from peers. The measure is the robust distance from the peers' median: in spreads,
/// where a spread is 1.4826 times the median absolute deviation, and at least a percentage point.
@Component
class ReturnsTest implements FindingTest {
    private static final int FEWEST_PEERS = 8;

    private final Suspicions suspicions;
    private final LineRows lines;

    ReturnsTest(Suspicions suspicions, LineRows lines) {
        this.suspicions = suspicions;
        this.lines = lines;
    }

    @Override
    public String code() {
        return "returns";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean isShare() {
        return false;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        return suspicions.of("""
                with sold as materialized (
                    select m.account_id, date_trunc('quarter', m.month)::date as quarter, coalesce(a.category, '') as category,
                           sum(m.gross_amount) as gross, sum(m.gross_amount - m.net_amount) as returned,
                           sum(m.net_lines - m.gross_lines) as lines
                    from ledger.pub_account_month m join accounts.pub_card a on a.id = m.account_id
                    where m.month between :from and :asOf
                    group by 1, 2, 3 having sum(m.gross_amount) > 0),
                shares as materialized (
                    select s.*, greatest(0, s.returned / s.gross) as share,
                           count(*) over (partition by s.quarter, s.category) >= :peers as own_kind,
                           count(*) over (partition by s.quarter) >= :peers as enough
                    from sold s),
                compared as materialized (
                    select s.*, case when s.own_kind then s.category end as peers from shares s where s.enough),
                kinds as (
                    select quarter, category as peers, percentile_cont(0.5) within group (order by share) as median, count(*) as size
                    from shares where own_kind group by 1, 2
                    union all
                    select quarter, null, percentile_cont(0.5) within group (order by share), count(*)
                    from shares group by 1),
                distances as (
                    select k.quarter, k.peers, k.median, k.size,
                           percentile_cont(0.5) within group (order by abs(s.share::double precision - k.median)) as deviation
                    from kinds k join shares s on s.quarter = k.quarter and (k.peers is null or s.category = k.peers)
                    group by 1, 2, 3, 4)
                select c.account_id as account, c.quarter,
                       (c.share - d.median) / greatest(1.4826 * d.deviation, 0.01) as measure,
                       c.lines::bigint as evidence, ((c.share - d.median) * c.gross)::bigint as money,
                       c.share::double precision as share, d.median, d.size as peers, nullif(d.peers, '') as kind,
                       c.returned::bigint as returned, c.gross::bigint as gross, ((c.share - d.median) * c.gross)::bigint as above
                from compared c join distances d on d.quarter = c.quarter and d.peers is not distinct from c.peers
                where c.share > d.median and c.lines > 0
                """, Map.of("from", examined.from(), "asOf", examined.asOf(), "peers", FEWEST_PEERS));
    }

    @Override
    public Text sentence(Figures figures) {
        return Text.of(
                "findings.sentence.returns",
                figures.money("returned"),
                figures.share("share"),
                figures.share("median"),
                figures.count("peers"),
                figures.money("above"));
    }

    @Override
    public Evidence evidence(Subject subject) {
        return lines.plain(subject, """
                select s.date, s.document_id, s.document, coalesce(s.product_name, s.product) as product, s.quantity,
                       s.amount as money
                from ledger.pub_sales_line s
                where s.account_id = :account and s.date between :quarter and :quarterTo
                  and (s.credit or s.quantity < 0 or s.amount < 0)
                order by s.amount, s.date, s.document_id, s.line limit 200
                """);
    }
}
