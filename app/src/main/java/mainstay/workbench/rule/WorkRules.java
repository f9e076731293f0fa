package mainstay.workbench.rule;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the firm has settled about the rules of Today.
@Service
@Transactional
public class WorkRules {

    private final JdbcClient database;

    WorkRules(JdbcClient database) {
        this.database = database;
    }

    /// Those that somebody has changed, by code.
    @Transactional(readOnly = true)
    public Map<String, WorkRule> changed() {
        return database
                .sql("select rule as code, is_on as on, least, revision from workbench.rule_setting")
                .query(RecordRows.of(WorkRule.class))
                .list()
                .stream()
                .collect(Collectors.toMap(WorkRule::code, Function.identity()));
    }

    public static boolean let(Map<String, WorkRule> changed, Work work) {
        WorkRule rule = changed.get(work.rule());
        return rule == null || rule.lets(work);
    }

    /// @return false where somebody else changed it since that revision
    boolean change(WorkRule to, String by) {
        return database.sql("""
                        insert into workbench.rule_setting as s (rule, is_on, least, revision, changed_by, changed_at)
                        values (:rule, :on, :least, 1, :by, identity.clock())
                        on conflict (rule) do update
                        set is_on = excluded.is_on, least = excluded.least, revision = s.revision + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where s.revision = :revision
                        """)
                        .param("rule", to.code())
                        .param("on", to.on())
                        .param("least", to.least())
                        .param("by", by)
                        .param("revision", to.revision())
                        .update()
                == 1;
    }
}
