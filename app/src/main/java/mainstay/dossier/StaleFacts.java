package mainstay.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.dossier.StaleBoard.Old;
import mainstay.dossier.StaleBoard.Row;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks up what is old, as far as the reader may see it.
@Service
@Transactional(readOnly = true)
class StaleFacts {

    private static final int PAGE = 20;
    private static final String NOW = """
            with old as (
                select f.account_id, count(*) as facts
                from dossier.fact f
                join dossier.field d on d.id = f.field_id and d.retired_at is null
                where f.current and f.retired_at is null and f.stale_on <= :day and (f.part = :part or :part = '')
                group by f.account_id),
            """;

    /// By what had been observed by then and was not taken back yet, however it was corrected later.
    private static final String THEN = """
            with standing as (
                select distinct on (f.account_id, f.field_id) f.account_id, f.stale_on, f.retired_at
                from dossier.fact f
                join dossier.field d on d.id = f.field_id and d.retired_at is null
                where f.observed_on <= :day and (f.part = :part or :part = '')
                order by f.account_id, f.field_id, f.observed_on desc, f.id desc),
            old as (
                select s.account_id, count(*) as facts
                from standing s
                where s.stale_on <= :day and (s.retired_at is null or s.retired_at >= :before)
                group by s.account_id),
            """;
    private static final String ROWS = """
            row as (
                select a.id, a.code, a.name, s.revenue, o.facts
                from old o
                join accounts.pub_account a on a.id = o.account_id
                            and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id
                where not :mine or a.manager_id = :me)
            """;

    private final JdbcClient database;
    private final Fields fields;
    private final Facts facts;
    private final Clock clock;

    StaleFacts(JdbcClient database, Fields fields, Facts facts, Clock clock) {
        this.database = database;
        this.fields = fields;
        this.facts = facts;
        this.clock = clock;
    }

    private record Total(
            long accounts, long facts, @Nullable Long revenue) {}

    private record Account(
            long id, String code, String name, @Nullable Long revenue) {}

    /// The day at whose end it is looked.
    private record When(LocalDate day, boolean past, Instant before) {}

    private When when(StaleFilter filter) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = filter.checked().day().orElse(today);
        if (day.isAfter(today)) {
            throw new Problem.Invalid("archive.future", day);
        }
        boolean past = day.isBefore(today);
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return new When(day, past, past ? end : clock.instant().plusSeconds(1));
    }

    StaleBoard board(StaleFilter filter) {
        When when = when(filter);
        Total total = asked(
                        "select count(*) as accounts, coalesce(sum(facts), 0)::bigint as facts,"
                                + " sum(revenue)::bigint as revenue from row",
                        filter,
                        when)
                .query(RecordRows.of(Total.class))
                .single();
        List<Account> page = asked(
                        "select id, code, name, revenue from row"
                                + " order by revenue desc nulls last, code limit :most offset :from",
                        filter,
                        when)
                .param("most", PAGE)
                .param("from", (filter.shown() - 1) * PAGE)
                .query(RecordRows.of(Account.class))
                .list();
        return new StaleBoard(
                filter,
                Math.toIntExact((total.accounts() + PAGE - 1) / PAGE),
                total.accounts(),
                total.facts(),
                total.revenue(),
                isUsed(),
                when.day(),
                when.past(),
                rows(filter, page, when));
    }

    private List<Row> rows(StaleFilter filter, List<Account> page, When when) {
        Map<Long, Field> known = fields.all().stream()
                .filter(field -> !field.retired()
                        && filter.wanted().map(field.part()::equals).orElse(true))
                .collect(Collectors.toMap(Field::id, field -> field));
        return page.stream()
                .map(account -> new Row(
                        account.id(),
                        account.code(),
                        account.name(),
                        account.revenue(),
                        old(account.id(), known, when)))
                .toList();
    }

    private List<Old> old(long account, Map<Long, Field> known, When when) {
        Facts.Reach reach = facts.reach(account);
        return facts.standing(account, when.day(), when.before()).values().stream()
                .filter(fact -> fact.isOld(when.day()))
                .flatMap(fact -> {
                    Field field = known.get(fact.fieldId());
                    return field == null
                            ? Stream.empty()
                            : Stream.of(new Old(field, fact, !when.past() && reach.lets(field)));
                })
                .sorted(Comparator.comparingInt((Old old) -> -old.field().weight())
                        .thenComparing(old -> old.fact().observedOn())
                        .thenComparingLong(old -> old.fact().id()))
                .toList();
    }

    private boolean isUsed() {
        return database.sql("select exists (select from dossier.fact)")
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String question, StaleFilter filter, When when) {
        return database.sql((when.past() ? THEN : NOW) + ROWS + question)
                .param("day", when.day())
                .param("before", Sql.timestamp(when.before()))
                .param("part", filter.chosen())
                .param("mine", filter.isMine())
                .param("me", Acting.actor().id());
    }
}
