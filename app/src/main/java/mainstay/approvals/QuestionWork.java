package mainstay.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Questions that somebody asked about a request of this person, and that nobody else answered: as long as they stand
/// open, nobody decides. Whoever is to decide has the request itself before them.
@Component
@Transactional(readOnly = true)
class QuestionWork implements WorkSource {

    private static final String RULE = "question";
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;

    QuestionWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Open(long id, String kind, String author, String text, Instant at) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        Long user = Acting.actor().id();
        if (user == null) {
            return List.of();
        }
        return database
                .sql("""
                        select distinct on (r.id) r.id, r.kind, m.author, m.text, m.at
                        from approvals.request r
                        join approvals.pub_unheeded u on u.id = r.id
                        join approvals.remark m on m.request_id = r.id and m.at = u.open_question_at and m.kind = 'said'
                        where r.status = 'pending' and r.requested_by = :user and m.author_id is distinct from r.requested_by
                        order by r.id, m.id desc limit :most
                        """)
                .param("user", user)
                .param("most", COUNTED + 1)
                .query((row, number) -> new Open(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("author"),
                        row.getString("text"),
                        Objects.requireNonNull(Sql.instant(row, "at"))))
                .list()
                .stream()
                .map(this::work)
                .toList();
    }

    private Work work(Open question) {
        List<Object> kind = List.of(Text.of("approvals.kind." + question.kind()));
        return Work.of(
                        RULE,
                        String.valueOf(question.id()),
                        "/approvals/" + question.id(),
                        "work.question.title",
                        kind,
                        "work.question.reason",
                        List.of(new Text.Person(question.author()), question.text()),
                        null,
                        3,
                        LocalDate.ofInstant(question.at(), clock.getZone()))
                .outside(new Telling(
                        "work.question.title",
                        kind,
                        "work.question.outside",
                        List.of(new Text.Person(question.author()))));
    }
}
