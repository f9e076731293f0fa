package mainstay.team.member;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Memberships as far as the reader may see them.
@Repository
class Members {

    private static final String COLUMNS = """
            select m.id, m.user_id, u.name as "user", u.full_name as name, m.function, m.role,
                   coalesce(a.manager_id = m.user_id, false) as manager, m.responsibility, m.authority, m.discount, m.share,
                   m.deputy_id, d.full_name as deputy, m.from_day, m.until_day, b.bonus_share, b.words as benefit, u.enabled,
                   w.last_day as away_until, m.version, m.changed_by, m.changed_at
            from team.member m
            join accounts.pub_account a on a.id = m.account_id
            join identity.pub_user u on u.id = m.user_id
            left join identity.pub_user d on d.id = m.deputy_id
            left join team.benefit b on b.member_id = m.id
            left join identity.pub_away w on w.user_id = m.user_id
            where not m.set_aside
            """;

    private final JdbcClient database;
    private final Clock clock;

    Members(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Member> of(long account) {
        return database.sql(COLUMNS
                        + " and m.account_id = :account order by array_position(array['sponsor', 'second', 'specialist', 'assistant'], m.role),"
                        + " m.from_day, m.id")
                .param("account", account)
                .query(RecordRows.of(Member.class))
                .list();
    }

    Optional<Member> find(long account, long id) {
        return database.sql(COLUMNS + " and m.account_id = :account and m.id = :id")
                .param("account", account)
                .param("id", id)
                .query(RecordRows.of(Member.class))
                .optional();
    }

    /// The manager of an account as a member that nobody typed.
    Optional<Member> manager(long account) {
        return database.sql("""
                        select cast(null as bigint) as id, u.id as user_id, u.name as "user", u.full_name as name,
                               cast(null as text) as function, cast(null as text) as role, true as manager,
                               cast(null as text) as responsibility, cast(null as text) as authority,
                               cast(null as numeric) as discount, cast(null as numeric) as share, cast(null as bigint) as deputy_id,
                               cast(null as text) as deputy, cast(null as date) as from_day, cast(null as date) as until_day,
                               cast(null as numeric) as bonus_share, cast(null as text) as benefit, u.enabled, w.last_day as away_until,
                               0 as version, cast(null as text) as changed_by, cast(null as timestamptz) as changed_at
                        from accounts.pub_account a
                        join identity.pub_user u on u.id = a.manager_id
                        left join identity.pub_away w on w.user_id = u.id
                        where a.id = :account
                        """)
                .param("account", account)
                .query(RecordRows.of(Member.class))
                .optional();
    }

    /// The most that other memberships of a person ask together on any day of a span.
    BigDecimal peak(long person, LocalDate from, @Nullable LocalDate until, @Nullable Long except) {
        return database.sql("select team.peak_share(:person, :from, cast(:until as date), cast(:except as bigint))")
                .param("person", person)
                .param("from", from)
                .param("until", until)
                .param("except", except)
                .query(BigDecimal.class)
                .single();
    }

    /// Whether the deputies of an account would lead back to the member on any of these days.
    boolean circular(long account, MemberForm form, long deputy, @Nullable Long except) {
        return database.sql("""
                        select team.deputies_circle(:account, :user, :deputy, :from, cast(:until as date), cast(:except as bigint))
                        """)
                .param("account", account)
                .param("user", form.id("user"))
                .param("deputy", deputy)
                .param("from", form.day("from"))
                .param("until", form.day("until"))
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /// Whether the same person has the same role, or somebody else is sponsor, on any of these days.
    Optional<String> inTheWay(long account, MemberForm form, @Nullable Long except) {
        return database.sql("""
                        select case when m.user_id = :user then 'overlap' else 'sponsor' end
                        from team.member m
                        where m.account_id = :account and not m.set_aside and m.role = :role
                          and (m.user_id = :user or m.role = 'sponsor') and m.id is distinct from cast(:except as bigint)
                          and daterange(m.from_day, m.until_day, '[]')
                              && daterange(cast(:from as date), cast(:until as date), '[]')
                        order by m.user_id <> :user limit 1
                        """)
                .param("account", account)
                .param("user", form.id("user"))
                .param("role", form.of("role"))
                .param("except", except)
                .param("from", form.day("from"))
                .param("until", form.day("until"))
                .query(String.class)
                .optional();
    }

    long add(long account, MemberForm form) {
        return bind(database.sql("""
                        insert into team.member (account_id, user_id, function, role, responsibility, authority, discount, share,
                                                 deputy_id, from_day, until_day, recorded_by, recorded_at)
                        values (:account, :user, :function, :role, :responsibility, :authority, :discount, :share,
                                :deputy, :from, :until, :by, :at)
                        returning id
                        """), form)
                .param("account", account)
                .param("user", form.id("user"))
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    void change(long id, MemberForm form) {
        bind(database.sql("""
                        update team.member
                        set function = :function, role = :role, responsibility = :responsibility, authority = :authority,
                            discount = :discount, share = :share, deputy_id = :deputy, from_day = :from, until_day = :until,
                            version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id
                        """), form)
                .param("id", id)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, MemberForm form) {
        return statement
                .param("function", form.of("function"))
                .param("role", form.of("role"))
                .param("responsibility", form.words("responsibility"))
                .param("authority", form.words("authority"))
                .param("discount", form.percent("discount"))
                .param("share", form.percent("share"))
                .param("deputy", form.id("deputy"))
                .param("from", Objects.requireNonNull(form.day("from")))
                .param("until", form.day("until"));
    }

    void benefit(long member, long user, @Nullable BigDecimal bonusShare, @Nullable String words) {
        if (bonusShare == null && words == null) {
            database.sql("delete from team.benefit where member_id = :member")
                    .param("member", member)
                    .update();
            return;
        }
        database.sql("""
                        insert into team.benefit (member_id, user_id, bonus_share, words) values (:member, :user, :bonus, :words)
                        on conflict (member_id) do update set bonus_share = excluded.bonus_share, words = excluded.words
                        """)
                .param("member", member)
                .param("user", user)
                .param("bonus", bonusShare)
                .param("words", words)
                .update();
    }

    long count(long account) {
        return database.sql("select count(*) from team.member where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// Memberships of a person that last or begin later, each with its account.
    List<Kept> ofPerson(long person) {
        return database.sql("""
                        select m.id, a.id as account_id, a.code, a.name as account, m.role, m.from_day, m.until_day
                        from team.member m join accounts.pub_card a on a.id = m.account_id
                        where m.user_id = :person and not m.set_aside
                          and (m.until_day is null or m.until_day >= (select identity.pub_today()))
                        order by a.name collate "zh-x-icu", m.id
                        """)
                .param("person", person)
                .query(RecordRows.of(Kept.class))
                .list();
    }

    void end(long id, LocalDate last) {
        database.sql("""
                        update team.member set until_day = :last, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id
                        """)
                .param("last", last)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .param("id", id)
                .update();
    }

    /// One that has not begun.
    void callOff(long id) {
        database.sql("delete from team.member where id = :id").param("id", id).update();
    }

    /// Nobody else writes members of the account, or memberships of the person, until the transaction ends.
    void hold(long account, long person) {
        database.sql("""
                        select pg_advisory_xact_lock(hashtext('team.member.account'), hashint8(:account))::text,
                               pg_advisory_xact_lock(hashtext('team.member'), hashint8(:person))::text
                        """)
                .param("account", account)
                .param("person", person)
                .query()
                .singleRow();
    }

    /// As [#hold] for several, in the order in which everybody takes them: accounts before people, small numbers first.
    void holdAll(Collection<Long> accountIds, Collection<Long> people) {
        database.sql("""
                        select pg_advisory_xact_lock(hashtext(k.name), hashint8(k.id))::text
                        from (select 'team.member.account' as name, id, 1 as turn from unnest(cast(:accounts as bigint[])) id
                              union all
                              select 'team.member', id, 2 from unnest(cast(:people as bigint[])) id
                              order by turn, id) k
                        """)
                .param("accounts", accountIds.toArray(Long[]::new))
                .param("people", people.toArray(Long[]::new))
                .query(row -> {});
    }

    /// A membership of somebody.
    record Kept(
            long id,
            long accountId,
            String code,
            String account,
            String role,
            LocalDate fromDay,
            @Nullable LocalDate untilDay) {}
}
