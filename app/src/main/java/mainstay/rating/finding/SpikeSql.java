package mainstay.rating.finding;

/// The query behind the test for spikes.
final class SpikeSql {

    private SpikeSql() {}

    /// The usual week is the mean of the weeks with purchases in the six months before, in four of which at
    /// least the account bought, or the median of the last seven days of these months where that is more: who
    /// always buys at the end of a month has no spike.
    static final String SPIKES = """
            with months as materialized (
                select d.account_id, date_trunc('month', d.day)::date as month, sum(d.net_amount) as amount,
                       count(distinct (d.day - date '2001-01-01') / 7) as weeks
                from ledger.pub_account_day d
                where d.account_id is not null and d.day between date_trunc('month', cast(:far as date))::date and :asOf
                group by 1, 2),
            weeks as (
                select account_id, month,
                       sum(amount) over before / sum(weeks) over before as mean, count(*) over before as active
                from months
                window before as (partition by account_id order by month::timestamp
                                  range between interval '6 months' preceding and interval '1 month' preceding)),
            ends as materialized (
                select d.account_id, date_trunc('month', d.day)::date as month, max(d.last) as last, sum(d.net_amount) as amount,
                       sum(d.documents) as documents
                from (select *, (date_trunc('month', day) + interval '1 month' - interval '1 day')::date as last
                      from ledger.pub_account_day
                      where account_id is not null and day between date_trunc('month', cast(:far as date))::date and :asOf) d
                where d.day > d.last - 7 and d.last <= :asOf
                group by 1, 2),
            former as (
                select e.account_id, e.month, array_agg(b.amount order by b.amount desc) as amounts
                from ends e join ends b on b.account_id = e.account_id
                    and b.month < e.month and b.month >= (e.month - interval '6 months')::date
                where e.month >= :from
                group by 1, 2),
            compared as (
                select e.account_id, e.month, e.last, e.amount, e.documents,
                       greatest(w.mean, (coalesce(f.amounts[3], 0) + coalesce(f.amounts[4], 0)) / 2) as usual
                from ends e
                join weeks w on w.account_id = e.account_id and w.month = e.month and w.active >= 4
                left join former f on f.account_id = e.account_id and f.month = e.month
                where e.month >= :from and e.amount > 0),
            steps as (
                select s.account, s.first, s.last, s.revenue
                from json_to_recordset(cast(:steps as json)) as s (account bigint, first date, last date, revenue bigint)),
            reached as (
                select c.account_id, c.month, min(s.revenue) as step
                from compared c
                join steps s on s.account = c.account_id and s.last = c.last
                where (select coalesce(sum(d.net_amount), 0) from ledger.pub_account_day d
                       where d.account_id = c.account_id and d.day between s.first and c.last) >= s.revenue
                  and (select coalesce(sum(d.net_amount), 0) from ledger.pub_account_day d
                       where d.account_id = c.account_id and d.day between s.first and c.last - 7) < s.revenue
                group by 1, 2)
            select distinct on (c.account_id, date_trunc('quarter', c.month))
                   c.account_id as account, date_trunc('quarter', c.month)::date as quarter,
                   (c.amount / c.usual)::double precision as measure, c.documents::bigint as evidence,
                   (c.amount - c.usual)::bigint as money,
                   case when not :known then 2 when r.step is null then 1 else 3 end as most,
                   c.last::text as last, c.amount::bigint as bought, c.usual::bigint as usual,
                   (c.amount / c.usual)::double precision as times, r.step as reached,
                   case when not :known then 'unknown' when r.step is null then 'none' else 'reached' end as step
            from compared c left join reached r on r.account_id = c.account_id and r.month = c.month
            where c.usual > 0 and c.amount > 1.5 * c.usual
            order by c.account_id, date_trunc('quarter', c.month), (r.step is not null) desc, c.amount / c.usual desc
            """;
}
