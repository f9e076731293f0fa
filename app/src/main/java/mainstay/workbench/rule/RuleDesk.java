package mainstay.workbench.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of Today with what has come of them, and what the firm settles about each.
@Service
@Transactional
class RuleDesk {

    static final int LOOKED_BACK = 90;

    private final List<WorkSource> sources;
    private final WorkRules rules;
    private final Timeline timeline;
    private final JdbcClient database;
    private final Clock clock;

    RuleDesk(List<WorkSource> sources, WorkRules rules, Timeline timeline, JdbcClient database, Clock clock) {
        this.sources = sources;
        this.rules = rules;
        this.timeline = timeline;
        this.database = database;
        this.clock = clock;
    }

    /// In the order of their names.
    @Transactional(readOnly = true)
    public List<WorkRule> all() {
        Map<String, WorkRule> changed = rules.changed();
        return sources.stream()
                .flatMap(source -> source.rules().stream())
                .distinct()
                .sorted()
                .map(code -> changed.getOrDefault(code, WorkRule.untouched(code)))
                .toList();
    }

    /// Of the last days, by rule; of all people, whose lists are looked at each morning.
    @Transactional(readOnly = true)
    public Map<String, RuleRecord> records() {
        return database
                .sql("""
                        select rule, count(*) as asked, count(*) filter (where answer = 'done') as done,
                               count(*) filter (where answer = 'putOff') as put_off,
                               count(*) filter (where answer = 'handedOn') as handed_on,
                               count(*) filter (where answer is null and ending = 'facts') as settled,
                               count(*) filter (where answer is null and ended_on is null) as waiting
                        from workbench.asked
                        where first_on > :since or ended_on is null or ended_on > :since
                        group by rule
                        """)
                .param("since", LocalDate.now(clock).minusDays(LOOKED_BACK))
                .query(RecordRows.of(RuleRecord.class))
                .list()
                .stream()
                .collect(Collectors.toMap(RuleRecord::rule, Function.identity()));
    }

    /// @return false where somebody else changed it meanwhile
    public boolean change(WorkRule to) {
        if (all().stream().noneMatch(rule -> rule.code().equals(to.code()))) {
            throw new Problem.NotFound("rules.unknown", to.code());
        }
        boolean changed = rules.change(to, Acting.actor().name());
        if (changed) {
            timeline.note(null, to.on() ? "workRuleTuned" : "workRuleOff", Map.of("textRule", to.key()));
        }
        return changed;
    }
}
