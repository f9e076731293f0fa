package mainstay.rating.finding;

/// Who may sell where, and what went where, as the beginning of a query.
final class TerritorySql {

    private TerritorySql() {}

    /// `authorised`: the regions of accounts, those of the group's head included; `up`: the regions that
    /// stand above one by the parents of the territories file, itself included. A region that ends with an
    /// asterisk covers all that begin like it, as postcodes do. Asks for `asOf`.
    static final String TERRITORIES = """
            with recursive authorised as materialized (
                select t.account_id, t.region from ledger.pub_territory t where t.account_id is not null
                union
                select r.account_id, t.region
                from ledger.pub_territory t join accounts.pub_root(:asOf) r on r.root_id = t.account_id),
            up as (
                select t.region, t.region as above from ledger.pub_territory t
                union
                select t.name, t.region from ledger.pub_territory t where t.name is not null
                union
                select u.region, t.parent from up u join ledger.pub_territory t on t.region = u.above
                where t.parent is not null),
            """;

    /// `shipped`: the lines of accounts with a territory, and whether they went outside of it. One place for
    /// a further condition on lines `s`.
    static final String SHIPPED = TERRITORIES + """
            went as materialized (
                select s.account_id, date_trunc('quarter', s.date)::date as quarter, s.region, s.amount, s.document_id,
                       s.line, s.date
                from ledger.pub_sales_line s
                where s.date between :from and :asOf and s.amount is not null and s.region <> ''
                  and s.account_id in (select a.account_id from authorised a) %1$s),
            regions as (select distinct region from went),
            covered as (
                select region, region as above from regions
                union
                select r.region, u.above from regions r join up u on u.region = r.region
                union
                select r.region, t.region
                from regions r
                join (select distinct region from ledger.pub_territory where right(region, 1) = '*') t
                    on starts_with(r.region, left(t.region, -1))),
            allowed as (
                select distinct a.account_id, c.region from authorised a join covered c on c.above = a.region),
            pairs as (
                select w.account_id, w.region, a.account_id is null as outside
                from (select distinct account_id, region from went) w
                left join allowed a on a.account_id = w.account_id and a.region = w.region),
            shipped as (
                select w.*, p.outside from went w join pairs p on p.account_id = w.account_id and p.region = w.region)
            """;
}
