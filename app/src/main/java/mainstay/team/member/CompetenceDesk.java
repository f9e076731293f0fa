package mainstay.team.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what account managers know, can and want.
@Service
@Transactional
public class CompetenceDesk {

    private final JdbcClient database;
    private final UserDesk users;
    private final Clock clock;

    CompetenceDesk(JdbcClient database, UserDesk users, Clock clock) {
        this.database = database;
        this.users = users;
        this.clock = clock;
    }

    /// @param assessments the newest first
    /// @param mayAssess   whether the reader may add one
    public record Profile(User person, List<Competence> assessments, boolean mayAssess) {}

    @Transactional(readOnly = true)
    public Profile of(String name) {
        User person = users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
        if (!TeamRights.mayKnow(person.id())) {
            throw new Problem.Forbidden("competence.notYours");
        }
        return new Profile(
                person,
                database.sql("""
                                select id, assessed_on, assessor, knowledge, skill, attitude, steps, next_on
                                from team.competence where user_id = :user order by assessed_on desc, id desc
                                """)
                        .param("user", person.id())
                        .query(RecordRows.of(Competence.class))
                        .list(),
                person.isEnabled() && TeamRights.maySayOf(person.id()));
    }

    /// @return refusals by name of the form's field
    public Map<String, Text> assess(String name, CompetenceForm form) {
        Profile profile = of(name);
        if (!profile.mayAssess()) {
            throw new Problem.Forbidden("competence.notByYou");
        }
        Map<String, Text> refusals = form.refusals(LocalDate.now(clock));
        if (refusals.isEmpty()) {
            Actor actor = Acting.actor();
            database.sql("""
                            insert into team.competence (user_id, assessed_on, assessor_id, assessor, knowledge, skill, attitude, steps,
                                                         next_on, recorded_at)
                            values (:user, :day, :byId, :by, :knowledge, :skill, :attitude, :steps, :next, :at)
                            """)
                    .param("user", profile.person().id())
                    .param("day", form.day("assessedOn"))
                    .param("byId", actor.id())
                    .param("by", actor.name())
                    .param("knowledge", Integer.parseInt(form.of("knowledge")))
                    .param("skill", Integer.parseInt(form.of("skill")))
                    .param("attitude", Integer.parseInt(form.of("attitude")))
                    .param("steps", form.of("steps").isEmpty() ? null : form.of("steps"))
                    .param("next", form.day("nextOn"))
                    .param("at", Sql.timestamp(clock.instant()))
                    .update();
        }
        return refusals;
    }
}
