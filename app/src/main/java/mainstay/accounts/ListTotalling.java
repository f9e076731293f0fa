package mainstay.accounts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.accounts.AccountColumn.Form;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds up the accounts behind a filter, and keeps what it found until one of the figures changes.
@Service
@Transactional(readOnly = true)
class ListTotalling {

    private static final Addend LIMITS = new Addend("accounts.terms", "credit_limit", Form.MONEY);

    private final JdbcClient database;
    private final Accounts accounts;
    private final ListRevision revision;
    private final KeptTotals kept = new KeptTotals();

    ListTotalling(JdbcClient database, Accounts accounts, ListRevision revision) {
        this.database = database;
        this.accounts = accounts;
        this.revision = revision;
    }

    /// Where the figures of a column stand: one row at most for each account.
    private record Addend(String relation, String column, Form form) {}

    /// What a search finds depends on keys that follow names later, so its totals are not kept.
    ListTotals of(AccountFilter filter, List<ListColumn> columns) {
        Map<ListColumn, Addend> addends = new LinkedHashMap<>();
        for (ListColumn column : columns) {
            Addend addend = addend(column);
            if (addend != null) {
                addends.put(column, addend);
            }
        }
        if (!Acting.actor().reaches(Level.CARD) || !filter.search().isEmpty()) {
            return added(filter, addends);
        }
        List<ListColumn> summed = List.copyOf(addends.keySet());
        return kept.get(new KeptTotals.Key(revision(), filter, summed), () -> added(filter, addends));
    }

    /// Limits of single accounts may be open to somebody who sees the cards of all: their sum would mislead.
    private @Nullable Addend addend(ListColumn column) {
        if (column.key().equals(OwnColumn.CREDIT_LIMIT.key())) {
            Actor actor = Acting.actor();
            return actor.reaches(Level.BUSINESS) || !actor.reaches(Level.CARD) ? LIMITS : null;
        }
        for (AccountColumn figure : accounts.columns()) {
            AccountColumn.Summing summing = figure.summing();
            if (figure.key().equals(column.key()) && summing != null) {
                return new Addend(summing.figures().view(), summing.figures().column(), summing.form());
            }
        }
        return null;
    }

    private ListTotals added(AccountFilter filter, Map<ListColumn, Addend> addends) {
        Map<String, String> aliases = new LinkedHashMap<>();
        addends.values().forEach(addend -> aliases.putIfAbsent(addend.relation(), "f" + aliases.size()));
        StringBuilder sums = new StringBuilder();
        int number = 0;
        for (Addend addend : addends.values()) {
            String figure = aliases.get(addend.relation()) + "." + addend.column();
            sums.append(", sum(%1$s) as sum%2$d, count(%1$s) as known%2$d".formatted(figure, number++));
        }
        String joins = aliases.entrySet().stream()
                .map(join -> " left join %1$s %2$s on %2$s.account_id = a.id".formatted(join.getKey(), join.getValue()))
                .collect(Collectors.joining());
        return database.sql("select count(*) as accounts" + sums + " from accounts.account a" + joins + " where "
                        + AccountLeaves.conditions(filter))
                .params(AccountLeaves.parameters(filter))
                .query((row, line) -> totals(row, addends))
                .single();
    }

    private static ListTotals totals(ResultSet row, Map<ListColumn, Addend> addends) throws SQLException {
        long accounts = row.getLong("accounts");
        List<ListTotals.Total> totals = new ArrayList<>();
        for (Map.Entry<ListColumn, Addend> addend : addends.entrySet()) {
            int number = totals.size();
            BigDecimal sum = row.getBigDecimal("sum" + number);
            totals.add(new ListTotals.Total(
                    addend.getKey(), Cell.of(addend.getValue().form(), sum), accounts - row.getLong("known" + number)));
        }
        return new ListTotals(accounts, totals);
    }

    /// Names the day and the state of everything that is counted or summed up.
    private String revision() {
        String others = accounts.columns().stream()
                .map(AccountColumn::summing)
                .filter(summing -> summing != null)
                .map(AccountColumn.Summing::revision)
                .distinct()
                .map(" || ' ' || (select revision from %s)"::formatted)
                .collect(Collectors.joining());
        return revision.now()
                + ' '
                + database.sql("select identity.pub_today()" + others)
                        .query(String.class)
                        .single();
    }
}
