package mainstay.rating;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The marks people give. None is overwritten; the newest one known on a day counts.
@Service
@Transactional
public class Assessments {
    private static final RowMapper<Assessment> ASSESSMENT = RecordRows.of(Assessment.class);

    private final JdbcClient jdbc;

    Assessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void record(Assessment assessment) {
        jdbc.sql("""
                insert into rating.assessment (account_id, criterion, mark, evidence, assessed_on, assessor, recorded_at)
                values (:account, :criterion, :mark, :evidence, :assessedOn, :assessor, identity.clock())
                """)
                .param("account", assessment.account())
                .param("criterion", assessment.criterion())
                .param("mark", assessment.mark())
                .param("evidence", assessment.evidence())
                .param("assessedOn", assessment.assessedOn())
                .param("assessor", assessment.assessor())
                .update();
    }

    /// All marks of an account, the newest first.
    @Transactional(readOnly = true)
    public List<Assessment> of(long account) {
        return jdbc.sql("""
                select account_id as account, criterion, mark, evidence, assessed_on, assessor
                from rating.assessment where account_id = :account order by assessed_on desc, id desc
                """).param("account", account).query(ASSESSMENT).list();
    }

    /// Marks by account and criterion as known on a day. A group has its root's own mark, else the mean of
    /// its members'.
    Map<Long, Map<String, Double>> known(LocalDate day, boolean group, LocalDate asOf) {
        String latest = """
                with latest as (
                    select distinct on (account_id, criterion) account_id, criterion, mark
                    from rating.assessment where assessed_on <= :day
                    order by account_id, criterion, assessed_on desc, id desc)
                """;
        String sql = group
                ? latest + """
                select r.root_id as account, l.criterion,
                       coalesce(max(l.mark) filter (where l.account_id = r.root_id), avg(l.mark))::double precision as mark
                from latest l join accounts.pub_root(:asOf) r on r.account_id = l.account_id
                group by 1, 2
                """
                : latest + "select account_id as account, criterion, mark::double precision as mark from latest";
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("day", day);
        Map<Long, Map<String, Double>> marks = new HashMap<>();
        (group ? statement.param("asOf", asOf) : statement).query((ResultSet row) -> {
            marks.computeIfAbsent(row.getLong("account"), account -> new HashMap<>())
                    .put(row.getString("criterion"), row.getDouble("mark"));
        });
        return marks;
    }

    /// The marks of one account, or of the group it leads, by criterion, as [#known] has them.
    Map<String, Double> known(LocalDate day, boolean group, LocalDate asOf, long account) {
        Map<String, Double> marks = new HashMap<>();
        jdbc.sql("""
                with latest as (
                    select distinct on (account_id, criterion) account_id, criterion, mark
                    from rating.assessment
                    where assessed_on <= :day
                      and (account_id = :account
                           or :group and account_id in (select m.account_id from accounts.pub_members(:account, :asOf) m))
                    order by account_id, criterion, assessed_on desc, id desc)
                select criterion,
                       coalesce(max(mark) filter (where account_id = :account), avg(mark))::double precision as mark
                from latest group by criterion
                """)
                .param("day", day)
                .param("account", account)
                .param("group", group)
                .param("asOf", asOf)
                .query((ResultSet row) -> {
                    marks.put(row.getString("criterion"), row.getDouble("mark"));
                });
        return marks;
    }

    /// Grows with every mark.
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from rating.assessment")
                .query(Long.class)
                .single();
    }
}
