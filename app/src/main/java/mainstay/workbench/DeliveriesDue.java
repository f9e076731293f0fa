package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AskedOfManagers;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Orders that were promised, or else wanted, within a week or before and are not delivered: for the account's manager,
/// and for a director where there is none.
@Component
@Transactional(readOnly = true)
class DeliveriesDue implements WorkSource {

    private static final String RULE = "delivery-due";
    private static final int AHEAD = 7;

    private final AskedOfManagers asked;
    private final Clock clock;

    DeliveriesDue(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    /// @param many   orders
    /// @param late   of them, whose day is over
    /// @param first  day of the oldest
    /// @param amount of what is to be delivered, in ten-thousandths; of lines whose amount is known
    private record Open(
            String code,
            String name,
            int many,
            int late,
            LocalDate first,
            @Nullable Long amount) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked.rows(DUE, Map.of("today", today, "last", today.plusDays(AHEAD)), Open.class).stream()
                .map(open -> work(open, today))
                .toList();
    }

    private static Work work(Open open, LocalDate today) {
        return Work.of(
                        RULE,
                        open.code(),
                        AccountCard.pathOf(open.code()) + "/terms",
                        "work.delivery.title",
                        List.of(open.name()),
                        open.late() > 0 ? "work.delivery.late" : "work.delivery.reason",
                        open.late() > 0
                                ? List.of(open.late(), open.first(), open.many() - open.late())
                                : List.of(open.many(), open.first()),
                        open.amount(),
                        urgency(open.first(), today),
                        open.first())
                .due(open.first());
    }

    private static int urgency(LocalDate first, LocalDate today) {
        return first.isBefore(today) ? 3 : first.isAfter(today.plusDays(1)) ? 1 : 2;
    }

    /// What was promised counts before what was wanted. Where no file says how much of an order is left, a delivery of
    /// it settles the order.
    private static final String DUE = """
            with promised as (
                select d.account_id, d.number, min(d.promised) as day
                from ledger.pub_delivery d
                where d.delivered is null and d.promised <= :last
                group by d.account_id, d.number),
            wanted as (
                select o.account_id, o.number, min(o.requested) as day
                from ledger.pub_order o
                where not o.cancelled and coalesce(o.undelivered, o.quantity) > 0 and o.requested <= :last
                  and not exists (select from ledger.pub_delivery d
                                  where d.account_id = o.account_id and d.number = o.number
                                    and (d.delivered is null and d.promised > :last
                                         or d.delivered is not null and o.undelivered is null))
                group by o.account_id, o.number),
            due as (
                select a.id, a.code, a.name, number, coalesce(p.day, w.day) as day
                from promised p full join wanted w using (account_id, number)
                join accounts.pub_account a on a.id = account_id and %s),
            rest as (
                select d.id, sum(coalesce(o.undelivered_amount,
                                          case when o.quantity > 0
                                               then round(o.amount::numeric * o.undelivered / o.quantity)::bigint end))::bigint as amount
                from due d join ledger.pub_order o on o.account_id = d.id and o.number = d.number and not o.cancelled
                group by d.id)
            select d.code, d.name, count(*)::int as many, count(*) filter (where d.day < :today)::int as late,
                   min(d.day) as first, r.amount
            from due d left join rest r on r.id = d.id
            group by d.code, d.name, r.amount
            order by first, r.amount desc nulls last, d.code limit :most
            """.formatted(AskedOfManagers.MINE);
}
