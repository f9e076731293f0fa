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
    private final CompetenceLooks looks;
    private final Clock clock;

    CompetenceDesk(JdbcClient database, UserDesk users, CompetenceLooks looks, Clock clock) {
        this.database = database;
        this.users = users;
        this.looks = looks;
        this.clock = clock;
    }

    /// @param assessments the newest first
    /// @param mayAssess   whether the reader may add one
    /// @param looks       the latest times somebody else saw it
    public record Profile(
            User person, List<Competence> assessments, boolean mayAssess, List<CompetenceLooks.Look> looks) {}

    /// About to be shown: that somebody else sees it is on record first.
    @Transactional(readOnly = true)
    public Profile of(String name) {
        Profile profile = find(name);
        Long reader = Acting.actor().id();
        boolean own = reader != null && reader == profile.person().id();
        if (!own && !profile.assessments().isEmpty()) {
            looks.note(profile.person().id());
        }
        return new Profile(
                profile.person(),
                profile.assessments(),
                profile.mayAssess(),
                looks.of(profile.person().id()));
    }

    private Profile find(String name) {
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
                person.isEnabled() && TeamRights.maySayOf(person.id()),
                List.of());
    }

    /// @return refusals by name of the form's field
    public Map<String, Text> assess(String name, CompetenceForm form) {
        Profile profile = find(name);
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
