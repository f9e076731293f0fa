package mainstay.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everybody's open accounts, as far as the reader sees them: the ones with the most money first.
@Service
@Transactional(readOnly = true)
public class TeamPeople {

    private static final int MOST = 12;

    private final JdbcClient database;

    TeamPeople(JdbcClient database) {
        this.database = database;
    }

    private record Row(
            long userId,
            String user,
            String name,
            String role,
            @Nullable String code,
            @Nullable String account,
            @Nullable String part,
            long accounts,
            boolean away) {}

    /// Somebody who works here.
    ///
    /// @param accounts how many there are; the first of them are held
    public record Somebody(
            long userId, String user, String name, String role, boolean away, long accounts, List<Held> held) {

        public long more() {
            return accounts - held.size();
        }
    }

    /// An account of somebody.
    ///
    /// @param part `manager`, or the highest of the roles that the person has as a member
    public record Held(String code, String account, String part) {

        public String path() {
            return AccountCard.pathOf(code) + "/team";
        }
    }

    public List<Somebody> all() {
        Map<Long, Somebody> people = new LinkedHashMap<>();
        database.sql("""
                        with member as (
                            select distinct on (m.user_id, m.account_id) m.user_id, m.account_id, m.role as part
                            from team.pub_member m
                            order by m.user_id, m.account_id,
                                     array_position(array['manager', 'sponsor', 'second', 'specialist', 'assistant'], m.role)),
                        ranked as (
                            select m.user_id, a.code, a.name, m.part, count(*) over (partition by m.user_id) as accounts,
                                   row_number() over (partition by m.user_id order by s.revenue desc nulls last, a.code) as place
                            from member m
                            join accounts.pub_card a on a.id = m.account_id
                                 and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                            left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id)
                        select u.id as user_id, u.name as "user", u.full_name as name, u.role, r.code, r.name as account, r.part,
                               coalesce(r.accounts, 0) as accounts, w.user_id is not null as away
                        from identity.pub_user u
                        left join ranked r on r.user_id = u.id and r.place <= :most
                        left join identity.pub_away w on w.user_id = u.id
                        where u.enabled
                        order by u.full_name collate "zh-x-icu", u.id, r.place
                        """)
                .param("most", MOST)
                .query(RecordRows.of(Row.class))
                .list()
                .forEach(row -> {
                    Somebody somebody = people.computeIfAbsent(
                            row.userId(),
                            id -> new Somebody(
                                    id,
                                    row.user(),
                                    row.name(),
                                    row.role(),
                                    row.away(),
                                    row.accounts(),
                                    new ArrayList<>()));
                    if (row.code() != null && row.account() != null && row.part() != null) {
                        somebody.held().add(new Held(row.code(), row.account(), row.part()));
                    }
                });
        return List.copyOf(people.values());
    }
}
