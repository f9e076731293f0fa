package mainstay.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.dossier.StaleBoard.Old;
import mainstay.dossier.StaleBoard.Row;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks up what is old, as far as the reader may see it.
@Service
@Transactional(readOnly = true)
class StaleFacts {

    private static final int PAGE = 20;
    private static final String OLD = """
            with old as (
                select f.account_id, count(*) as facts
                from dossier.fact f
                join dossier.field d on d.id = f.field_id and d.retired_at is null
                where f.current and f.retired_at is null and f.stale_on <= :today and (f.part = :part or :part = '')
                group by f.account_id),
            row as (
                select a.id, a.code, a.name, s.revenue, o.facts
                from old o
                join accounts.pub_account a on a.id = o.account_id and a.closed_on is null
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

    StaleBoard board(StaleFilter filter) {
        filter.checked();
        Total total = asked(
                        "select count(*) as accounts, coalesce(sum(facts), 0)::bigint as facts,"
                                + " sum(revenue)::bigint as revenue from row",
                        filter)
                .query(RecordRows.of(Total.class))
                .single();
        List<Account> page = asked(
                        "select id, code, name, revenue from row"
                                + " order by revenue desc nulls last, code limit :most offset :from",
                        filter)
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
                LocalDate.now(clock),
                rows(filter, page));
    }

    private List<Row> rows(StaleFilter filter, List<Account> page) {
        Map<Long, Field> known = fields.all().stream()
                .filter(field -> !field.retired()
                        && filter.wanted().map(field.part()::equals).orElse(true))
                .collect(Collectors.toMap(Field::id, field -> field));
        return page.stream()
                .map(account -> new Row(
                        account.id(), account.code(), account.name(), account.revenue(), old(account.id(), known)))
                .toList();
    }

    private List<Old> old(long account, Map<Long, Field> known) {
        LocalDate today = LocalDate.now(clock);
        Facts.Reach reach = facts.reach(account);
        return facts.standing(account, today, clock.instant().plusSeconds(1)).values().stream()
                .filter(fact -> fact.isOld(today))
                .flatMap(fact -> {
                    Field field = known.get(fact.fieldId());
                    return field == null ? Stream.empty() : Stream.of(new Old(field, fact, reach.lets(field)));
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

    private JdbcClient.StatementSpec asked(String question, StaleFilter filter) {
        return database.sql(OLD + question)
                .param("today", LocalDate.now(clock))
                .param("part", filter.chosen())
                .param("mine", filter.isMine())
                .param("me", Acting.actor().id());
    }
}
