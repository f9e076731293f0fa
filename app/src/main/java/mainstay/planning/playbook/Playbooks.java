package mainstay.planning.playbook;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.identity.Acting;
import mainstay.planning.playbook.Playbook.Aim;
import mainstay.planning.playbook.Playbook.Task;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the templates and says which one suits whom.
@Service
@Transactional
public class Playbooks {

    private final JdbcClient database;
    private final Clock clock;

    Playbooks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the order in which they were made, those out of use last.
    @Transactional(readOnly = true)
    public List<Playbook> all() {
        return database
                .sql("""
                        select id, code, title, retired, version, changed_by, changed_at from planning.playbook order by retired, id
                        """)
                .query((row, number) -> new Playbook(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getBoolean("retired"),
                        row.getInt("version"),
                        row.getString("changed_by"),
                        Sql.instant(row, "changed_at"),
                        List.of(),
                        List.of()))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /// Those that a plan can begin with.
    @Transactional(readOnly = true)
    public List<Playbook> offered() {
        return all().stream().filter(playbook -> !playbook.retired()).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Playbook> byCode(String code) {
        return all().stream().filter(playbook -> playbook.code().equals(code)).findFirst();
    }

    private Playbook whole(Playbook head) {
        List<Aim> aims = database.sql("""
                        select metric, base, stretch, challenge from planning.playbook_aim where playbook_id = :id order by place
                        """)
                .param("id", head.id())
                .query(RecordRows.of(Aim.class))
                .list();
        List<Task> tasks = database.sql("""
                        select coalesce(t.title, :key || '.' || t.place) as title_key,
                               coalesce(t.standard, :key || '.' || t.place || '.standard') as standard_key,
                               t.form, t.from_day, t.due_day, t.hours, t.metric
                        from planning.playbook_task t where t.playbook_id = :id order by t.place
                        """)
                .param("id", head.id())
                .param("key", head.ownKey())
                .query(RecordRows.of(Task.class))
                .list();
        return new Playbook(
                head.id(),
                head.code(),
                head.title(),
                head.retired(),
                head.version(),
                head.changedBy(),
                head.changedAt(),
                aims,
                tasks);
    }

    /// Codes of templates by the situation in which they are offered first.
    @Transactional(readOnly = true)
    public Map<Situation, String> choices() {
        Map<String, String> kept = new LinkedHashMap<>();
        database.sql("""
                        select c.situation, p.code from planning.playbook_choice c join planning.playbook p on p.id = c.playbook_id
                        """)
                .query((row, number) -> kept.put(row.getString("situation"), row.getString("code")))
                .list();
        Map<Situation, String> choices = new LinkedHashMap<>();
        for (Situation situation : Situation.values()) {
            choices.put(situation, Objects.requireNonNull(kept.get(situation.code())));
        }
        return choices;
    }

    @Transactional(readOnly = true)
    public Playbook suiting(Situation situation) {
        return byCode(Objects.requireNonNull(choices().get(situation))).orElseThrow();
    }

    void choose(Situation situation, Playbook playbook) {
        database.sql("update planning.playbook_choice set playbook_id = :playbook where situation = :situation")
                .param("playbook", playbook.id())
                .param("situation", situation.code())
                .update();
    }

    /// A new one of the firm's own with what another one holds, its words in one language.
    ///
    /// @return its code
    String copy(String title, List<Aim> aims, List<Task> tasks) {
        String code = Playbook.ownCode(UUID.randomUUID().toString().substring(0, 8));
        long id = database.sql("""
                        insert into planning.playbook (code, title, changed_by, changed_at) values (:code, :title, :by, :at) returning id
                        """)
                .param("code", code)
                .param("title", title)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
        fill(id, aims, tasks, Playbook.keyOf(code));
        return code;
    }

    /// Nobody else writes it until the transaction ends.
    Optional<Playbook> held(String code) {
        database.sql("select id from planning.playbook where code = :code for update")
                .param("code", code)
                .query(Long.class)
                .optional();
        return byCode(code);
    }

    /// @param title null for the word that Mainstay brings along
    void change(Playbook former, @Nullable String title, boolean retired, List<Aim> aims, List<Task> tasks) {
        database.sql("""
                        update planning.playbook
                        set title = :title, retired = :retired, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id
                        """)
                .param("title", title)
                .param("retired", retired)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .param("id", former.id())
                .update();
        for (String table : List.of("aim", "task")) {
            database.sql("delete from planning.playbook_" + table + " where playbook_id = :id")
                    .param("id", former.id())
                    .update();
        }
        fill(former.id(), aims, tasks, former.ownKey());
    }

    /// Words that Mainstay brings along stay such where they stand at their own place.
    private void fill(long id, List<Aim> aims, List<Task> tasks, String key) {
        for (int i = 0; i < aims.size(); i++) {
            Aim aim = aims.get(i);
            database.sql("""
                            insert into planning.playbook_aim (playbook_id, place, metric, base, stretch, challenge)
                            values (:id, :place, :metric, :base, :stretch, :challenge)
                            """)
                    .param("id", id)
                    .param("place", i + 1)
                    .param("metric", aim.metric())
                    .param("base", aim.base())
                    .param("stretch", aim.stretch())
                    .param("challenge", aim.challenge())
                    .update();
        }
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            String own = key + "." + (i + 1);
            database.sql("""
                            insert into planning.playbook_task
                                (playbook_id, place, title, standard, form, from_day, due_day, hours, metric)
                            values (:id, :place, nullif(:title, :key), nullif(:standard, :key || '.standard'), :form, :from, :due, :hours,
                                    :metric)
                            """)
                    .param("id", id)
                    .param("place", i + 1)
                    .param("title", task.titleKey())
                    .param("standard", task.standardKey())
                    .param("key", own)
                    .param("form", task.form())
                    .param("from", task.fromDay())
                    .param("due", task.dueDay())
                    .param("hours", task.hours())
                    .param("metric", task.metric())
                    .update();
        }
    }
}
