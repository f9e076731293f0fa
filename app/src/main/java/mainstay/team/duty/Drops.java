package mainstay.team.duty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.shared.DroppedWork;
import mainstay.shared.DroppedWork.Dropped;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was observed to fall: requests for a yes, and whatever else other modules tell.
@Repository
class Drops {

    private static final int MOST = 200;

    private static final String REQUESTS = """
            select r.id, r.kind, a.code, r.passed,
                   case when r.passed > 2 then 'bounced'
                        when not r.touched and r.due_at < (select identity.clock()) then 'untouched' else 'unanswered' end as why,
                   identity.pub_day(case when r.passed > 2 or not r.touched and r.due_at < (select identity.clock())
                                         then r.requested_at else r.open_question_at end) as since
            from approvals.pub_unheeded r
            left join accounts.pub_account a on a.id = r.account_id
            where r.passed > 2 or not r.touched and r.due_at < (select identity.clock())
               or r.open_question_at < (select identity.clock()) - interval '1 day'
            order by r.requested_at limit :most
            """;

    private final JdbcClient database;
    private final List<DroppedWork> others;

    Drops(JdbcClient database, List<DroppedWork> others) {
        this.database = database;
        this.others = others;
    }

    private record Holder(
            String code, String name, @Nullable Long money) {}

    /// The account with the most money first, then the longest.
    List<Drop> all() {
        List<Dropped> left = Stream.concat(
                        requests().stream(), others.stream().flatMap(other -> other.dropped().stream()))
                .toList();
        Map<String, Holder> holders = holders(left);
        return left.stream()
                .map(one -> drop(one, holders.get(Objects.requireNonNullElse(one.code(), ""))))
                .sorted(Comparator.comparing(
                                Drop::money,
                                Comparator.nullsLast(
                                        Comparator.<Long>naturalOrder().reversed()))
                        .thenComparing(Drop::since))
                .limit(MOST)
                .toList();
    }

    private static Drop drop(Dropped left, @Nullable Holder holder) {
        return holder == null ? new Drop(left, null, null) : new Drop(left, holder.name(), holder.money());
    }

    private List<Dropped> requests() {
        return database.sql(REQUESTS)
                .param("most", MOST)
                .query((row, number) -> new Dropped(
                        row.getString("why"),
                        Text.of("approvals.kind." + row.getString("kind")),
                        "/approvals/" + row.getLong("id"),
                        row.getString("code"),
                        row.getObject("since", LocalDate.class),
                        row.getLong("passed")))
                .list();
    }

    private Map<String, Holder> holders(List<Dropped> left) {
        Map<String, Holder> holders = new HashMap<>();
        database.sql("""
                        select a.code, a.name, greatest(s.revenue, g.revenue) as money
                        from accounts.pub_account a
                        left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id
                        left join portfolio.pub_standing g on g.scope = 'group' and g.account_id = a.id
                        where a.code = any(:codes)
                        """)
                .param(
                        "codes",
                        left.stream()
                                .map(Dropped::code)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    holders.put(
                            row.getString("code"),
                            new Holder(
                                    row.getString("code"), row.getString("name"), row.getObject("money", Long.class)));
                });
        return holders;
    }
}
