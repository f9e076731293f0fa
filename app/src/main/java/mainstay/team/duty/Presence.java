package mainstay.team.duty;

/// Says in SQL who is here, and whether somebody acts for who is not: one rule for the board and for the map.
final class Presence {

    /// `there`, `deputy` for an absent one in whose place somebody acts everywhere, `away` or `gone`.
    static final String PEOPLE = """
            person as materialized (
                select u.id, u.full_name,
                       case when not u.enabled then 'gone' when w.user_id is null then 'there'
                            when d.absent_id is not null then 'deputy' else 'away' end as state,
                       case when not u.enabled then identity.pub_day(u.disabled_at) else w.first_day end as since
                from identity.pub_user u
                left join identity.pub_away w on w.user_id = u.id
                left join (select distinct x.absent_id from identity.pub_deputy x) d on d.absent_id = u.id)
            """;

    /// For whom the deputy of a membership acts at that account: one that is there. Comes after the people.
    static final String STAND_INS = """
            stand_in as materialized (
                select distinct m.account_id, m.user_id from team.member m
                join person p on p.id = m.deputy_id and p.state = 'there'
                where not m.set_aside and (select identity.pub_today()) >= m.from_day
                  and (m.until_day is null or (select identity.pub_today()) <= m.until_day))
            """;

    private Presence() {}
}
