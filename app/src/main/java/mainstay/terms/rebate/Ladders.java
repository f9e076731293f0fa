package mainstay.terms.rebate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Ladders and their versions, as far as the reader may know of them.
@Repository
@Transactional
class Ladders {

    private static final String VERSIONS = """
            select l.id, l.name, l.confidential, l.roles, v.id as version_id, v.version, v.basis, v.period, v.spread, v.categories,
                   v.valid_from, v.valid_until, v.author, v.published_at, v.published_by, v.alone
            from terms.ladder_version v join terms.ladder l on l.id = v.ladder_id
            """;

    private final JdbcClient database;
    private final Clock clock;

    Ladders(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The newest version of each, drafts only where nothing is published.
    @Transactional(readOnly = true)
    public List<Ladder> all() {
        return of(VERSIONS.concat("""
                where v.id in (select distinct on (ladder_id) id from terms.ladder_version
                               order by ladder_id, published_at is null, version desc)
                order by l.name
                """), Map.of());
    }

    /// The versions of one, the newest first.
    @Transactional(readOnly = true)
    public List<Ladder> versions(long ladder) {
        return of(VERSIONS + "where l.id = :ladder order by v.version desc", Map.of("ladder", ladder));
    }

    /// The version by which a rebate is reckoned.
    @Transactional(readOnly = true)
    public Ladder of(Rebate rebate) {
        return versions(rebate.ladderId()).stream()
                .filter(one -> one.versionId() == rebate.versionId())
                .findFirst()
                .orElseThrow();
    }

    /// The newest published version of a name.
    @Transactional(readOnly = true)
    public Optional<Ladder> published(String name) {
        return of(
                        VERSIONS
                                + "where l.name = :name and v.published_at is not null order by v.version desc limit 1",
                        Map.of("name", name))
                .stream()
                .findFirst();
    }

    /// When versions of a ladder are in force.
    ///
    /// @param known  whether one was ever put in force
    /// @param now    whether one is on the day
    /// @param ended  last day of the last one before it
    /// @param begins first day of the next one after it
    record Reign(
            boolean known,
            boolean now,
            @Nullable LocalDate ended,
            @Nullable LocalDate begins) {}

    Reign reign(String name, LocalDate on) {
        return database.sql("""
                        select count(*) > 0 as known,
                               coalesce(bool_or(f.valid_from <= :on and coalesce(f.valid_until >= :on, true)), false) as now,
                               max(f.valid_until) filter (where f.valid_until < :on) as ended,
                               min(f.valid_from) filter (where f.valid_from > :on) as begins
                        from terms.ladder_in_force f where f.name = :name
                        """)
                .param("name", name)
                .param("on", on)
                .query(RecordRows.of(Reign.class))
                .single();
    }

    /// How many earn by a ladder in the period that runs, where none of them has reached a step nor is expected to; 0
    /// where somebody has, where nothing can be said of somebody, or where nobody earns by it.
    int unreached(String name, LocalDate on) {
        return database.sql("""
                        select case when bool_and(a.reached = 0 and a.expected = 0) then count(*) else 0 end
                        from terms.ladder l join terms.accrual a on a.ladder_id = l.id
                        where l.name = :name and :on between a.period_from and a.period_to
                          and not a.gives_way and not a.only_booked
                        """)
                .param("name", name)
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    /// Nothing where somebody has one of this name already, be it that the reader does not know of it.
    Optional<Long> add(LadderForm.Wish wish) {
        return database.sql("""
                        insert into terms.ladder (name, confidential, roles, author, created_at)
                        values (:name, :confidential, :roles, :author, :at)
                        on conflict (name) do nothing returning id
                        """)
                .param("name", wish.name())
                .param("confidential", wish.confidential())
                .param("roles", wish.roles().toArray(String[]::new))
                .param("author", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query((row, number) -> row.getLong("id"))
                .optional();
    }

    /// Writes the draft of a ladder, in place of the one before.
    void draft(long ladder, LadderForm.Wish wish) {
        database.sql("delete from terms.ladder_version where ladder_id = :ladder and published_at is null")
                .param("ladder", ladder)
                .update();
        long version = database.sql("""
                        insert into terms.ladder_version
                            (ladder_id, version, basis, period, spread, currency, categories, valid_from, valid_until, author, drafted_at)
                        select :ladder, 1 + coalesce(max(version), 0), :basis, :period, :spread, :currency, :categories, :from, :until,
                               :author, :at
                        from terms.ladder_version where ladder_id = :ladder
                        returning id
                        """)
                .param("ladder", ladder)
                .param("basis", wish.rule().basis().code())
                .param("period", wish.cycle().code())
                .param("spread", wish.rule().spread().code())
                .param("currency", wish.currency())
                .param("categories", wish.categories().toArray(String[]::new))
                .param("from", wish.from())
                .param("until", wish.until(), java.sql.Types.DATE)
                .param("author", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query((row, number) -> row.getLong("id"))
                .single();
        int place = 0;
        for (LadderStep step : wish.rule().steps()) {
            place++;
            database.sql("""
                            insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                            values (:version, :ladder, :place, :threshold, :rate)
                            """)
                    .param("version", version)
                    .param("ladder", ladder)
                    .param("place", place)
                    .param("threshold", step.threshold())
                    .param("rate", step.rate())
                    .update();
        }
    }

    /// Drops a ladder of which nothing but a draft is left.
    void drop(long ladder) {
        database.sql("delete from terms.ladder_version where ladder_id = :ladder and published_at is null")
                .param("ladder", ladder)
                .update();
        database.sql("delete from terms.ladder where id = :ladder")
                .param("ladder", ladder)
                .update();
    }

    /// @param alone whether a second person was wanted, and there is none
    /// @return whether it was a draft until now
    boolean publish(long draft, boolean alone) {
        return database.sql("""
                        update terms.ladder_version set published_at = :at, published_by = :by, alone = :alone
                        where id = :draft and published_at is null
                        """)
                        .param("draft", draft)
                        .param("at", Sql.timestamp(clock.instant()))
                        .param("by", Acting.actor().name())
                        .param("alone", alone)
                        .update()
                == 1;
    }

    /// The categories that the ledger knows.
    @Transactional(readOnly = true)
    public List<String> categories() {
        return database.sql("""
                        select distinct category from ledger.pub_product where category is not null order by 1 limit 500
                        """)
                .query((row, number) -> row.getString("category"))
                .list();
    }

    private List<Ladder> of(String sql, Map<String, Object> parameters) {
        Map<Long, List<StepRow>> steps = database
                .sql("select version_id, threshold, rate from terms.ladder_step order by version_id, place")
                .query((row, number) -> new StepRow(
                        row.getLong("version_id"),
                        new LadderStep(row.getBigDecimal("threshold"), row.getBigDecimal("rate"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(StepRow::version));
        return database.sql(sql)
                .params(parameters)
                .query((row, number) -> ladder(
                        row,
                        steps.getOrDefault(row.getLong("version_id"), List.of()).stream()
                                .map(StepRow::step)
                                .toList()))
                .list();
    }

    private record StepRow(long version, LadderStep step) {}

    private static Ladder ladder(ResultSet row, List<LadderStep> steps) throws SQLException {
        return new Ladder(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("confidential"),
                words(row.getArray("roles")),
                row.getLong("version_id"),
                row.getInt("version"),
                new LadderRule(
                        Basis.of(row.getString("basis")).orElseThrow(),
                        Spread.of(row.getString("spread")).orElseThrow(),
                        steps),
                Cycle.of(row.getString("period")).orElseThrow(),
                words(row.getArray("categories")),
                row.getObject("valid_from", LocalDate.class),
                Sql.date(row, "valid_until"),
                row.getString("author"),
                Sql.instant(row, "published_at"),
                row.getString("published_by"),
                row.getBoolean("alone"));
    }

    private static List<String> words(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
