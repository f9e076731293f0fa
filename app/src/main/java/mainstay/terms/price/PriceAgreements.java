package mainstay.terms.price;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import mainstay.terms.Ended;
import mainstay.terms.price.EndingPrices.EndingPrice;
import mainstay.terms.price.PriceForm.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Prices that were asked for, and those that hold.
@Repository
@Transactional
class PriceAgreements {

    private static final String COLUMNS = """
            p.id, p.account_id, p.whole_group, p.region, p.product, p.category, p.unit, p.price, p.discount, p.currency, p.valid_from,
            case when p.ended_on is null then p.valid_until else least(p.valid_until, greatest(p.ended_on - 1, p.valid_from)) end as valid_until,
            p.floor_price, p.reason, p.asked_by, p.asked_at,
            p.ended_on, p.ended_by, p.ended_for,
            case when p.refused_at is not null then 'refused'
                 when p.granted_at is null then 'asked'
                 when p.ended_on <= :today or p.valid_until < :today then 'over'
                 when p.valid_from > :today then 'coming' else 'holds' end as state
            """;

    /// An account and all above it that control it, nearest first.
    private static final String UP = """
            with recursive up (id, steps) as (
                select cast(:account as bigint), 0
                union all
                select c.parent_id, u.steps + 1
                from up u join accounts.pub_control_today c on c.child_id = u.id)
                cycle id set looped using way
            """;

    private final JdbcClient database;
    private final Clock clock;

    PriceAgreements(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param unit in which the floor price is, and lines are without one
    record Product(
            String code,
            @Nullable String name,
            @Nullable Long floorPrice,
            @Nullable String unit) {}

    /// Of an account, and of those above it that are for their whole group; the newest first.
    @Transactional(readOnly = true)
    public List<PriceAgreement> of(long account) {
        return database.sql(UP + "select " + COLUMNS
                        + " from terms.price_agreement p where p.account_id = :account"
                        + " or p.whole_group and p.account_id in (select id from up where not looped)"
                        + " order by p.id desc limit 200")
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(PriceAgreements::agreement)
                .list();
    }

    /// The price that counts: of the account itself before its group and before one that came with an
    /// account merged into it, of a region before any, of the product before its category.
    @Transactional(readOnly = true)
    public Optional<PriceAgreement> inForce(long account, String product, String unit, String region, LocalDate on) {
        return database.sql(UP.concat("select " + COLUMNS).concat("""
                         from terms.price_in_force p
                        join up u on u.id = p.account_id and not u.looped and (u.steps = 0 or p.whole_group)
                        where :on between p.valid_from and p.last
                          and (p.product = :product
                               or p.category in (select k.category from ledger.pub_product k where k.code = :product))
                          and (p.region = '' or p.region = :region)
                          and (p.unit = '' or :unit = '' or p.unit = :unit)
                        order by u.steps, p.booked_account_id is not null, p.product = '', p.region = '', p.unit = '', p.id desc
                        limit 1
                        """))
                .param("account", account)
                .param("product", product)
                .param("unit", unit)
                .param("region", region)
                .param("on", on)
                .param("today", LocalDate.now(clock))
                .query(PriceAgreements::agreement)
                .optional();
    }

    /// What holds for an account, or will, and ends on one of some days, the next first.
    @Transactional(readOnly = true)
    public List<EndingPrice> ending(long account, LocalDate first, LocalDate last) {
        return database.sql(UP.concat("""
                        select case p.product when '' then p.category else p.product end as about, p.price,
                               p.discount::double precision as discount, p.currency, p.unit, p.region, p.last as until
                        from terms.price_in_force p
                        join up u on u.id = p.account_id and not u.looped and (u.steps = 0 or p.whole_group)
                        where p.last between :first and :last order by p.last, p.id limit 50
                        """))
                .param("account", account)
                .param("first", first)
                .param("last", last)
                .query(RecordRows.of(EndingPrice.class))
                .list();
    }

    /// Days that a wish shares with what is agreed or asked for already, for the same goods in the same
    /// place; everywhere is a place of its own, since the price of a region counts before it.
    @Transactional(readOnly = true)
    public Optional<LocalDate> overlapping(long account, Wish wish) {
        return database.sql("""
                        with recursive control as (select * from accounts.pub_control_today),
                        up (id) as (
                            select c.parent_id from control c where c.child_id = :account
                            union select c.parent_id from up u join control c on c.child_id = u.id),
                        down (id) as (
                            select c.child_id from control c where c.parent_id = :account
                            union select c.child_id from down d join control c on c.parent_id = d.id)
                        select greatest(p.valid_from, cast(:from as date)) as day
                        from terms.price_agreement p
                        where p.refused_at is null and p.product = :product and p.category = :category
                          and p.valid_from <= coalesce(cast(:until as date), date 'infinity')
                          and coalesce(least(p.valid_until, p.ended_on - 1), date 'infinity') >= :from
                          and (p.unit = :unit or p.unit = '' or :unit = '')
                          and p.region = :region
                          and (p.account_id = :account
                               or p.whole_group and p.account_id in (select id from up)
                               or :group and p.account_id in (select id from down))
                        order by 1 limit 1
                        """)
                .param("account", account)
                .param("product", wish.product())
                .param("category", wish.category())
                .param("unit", wish.unit())
                .param("region", wish.region())
                .param("from", wish.from())
                .param("until", wish.until(), Types.DATE)
                .param("group", wish.wholeGroup())
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    /// Whoever agrees prices waits until the transaction ends.
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtext('terms.price'))::text")
                .query()
                .singleRow();
    }

    /// A product of the ledger with the floor price that is valid on any of some days; the dearest where several
    /// files name it.
    ///
    /// @param until last day; null where there is none
    @Transactional(readOnly = true)
    public Optional<Product> product(String code, LocalDate from, @Nullable LocalDate until) {
        return database.sql("""
                        select k.code, k.name, k.unit,
                               case when coalesce(k.floor_from <= coalesce(cast(:until as date), 'infinity'), true)
                                         and coalesce(k.floor_to >= :from, true)
                                    then nullif(k.floor_price, 0) end as floor_price
                        from ledger.pub_product k where k.code = :code order by 4 desc nulls last limit 1
                        """)
                .param("code", code)
                .param("from", from)
                .param("until", until, Types.DATE)
                .query((row, number) -> new Product(
                        row.getString("code"),
                        row.getString("name"),
                        Sql.number(row, "floor_price"),
                        row.getString("unit")))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isCategory(String category) {
        return database.sql("select exists (select 1 from ledger.pub_product where category = :category)")
                .param("category", category)
                .query(Boolean.class)
                .single();
    }

    /// @param floor    that the ledger knows for this unit
    /// @param approval whether it has to be approved first
    long add(long account, Wish wish, @Nullable Long floor, boolean approval) {
        return database.sql("""
                        insert into terms.price_agreement
                            (account_id, whole_group, region, product, category, unit, price, discount, currency, valid_from,
                             valid_until, floor_price, reason, asked_by, asked_at, approval, granted_at)
                        values (:account, :group, :region, :product, :category, :unit, :price, :discount, :currency, :from,
                                :until, :floor, :reason, :by, :at, :approval, :granted)
                        returning id
                        """)
                .param("account", account)
                .param("group", wish.wholeGroup())
                .param("region", wish.region())
                .param("product", wish.product())
                .param("category", wish.category())
                .param("unit", wish.unit())
                .param("price", wish.price(), Types.BIGINT)
                .param("discount", wish.discount(), Types.NUMERIC)
                .param("currency", wish.currency())
                .param("from", wish.from())
                .param("until", wish.until(), Types.DATE)
                .param("floor", floor, Types.BIGINT)
                .param("reason", wish.reason())
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .param("approval", approval)
                .param("granted", approval ? null : Sql.timestamp(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    private static PriceAgreement agreement(ResultSet row, int number) throws SQLException {
        BigDecimal discount = row.getBigDecimal("discount");
        return new PriceAgreement(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getBoolean("whole_group"),
                row.getString("region"),
                row.getString("product"),
                row.getString("category"),
                row.getString("unit"),
                Sql.number(row, "price"),
                discount == null ? null : Double.valueOf(discount.doubleValue()),
                row.getString("currency"),
                row.getObject("valid_from", LocalDate.class),
                Sql.date(row, "valid_until"),
                Sql.number(row, "floor_price"),
                row.getString("reason"),
                row.getString("asked_by"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                row.getString("state"),
                Ended.of(row));
    }
}
