package mainstay.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.AccountColumn.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How large the accounts are that a search found, as far as the reader may see it.
@Repository
@Transactional(readOnly = true)
class FoundFigures {

    private static final int MOST_MEMBERS = 3000;

    private final JdbcClient database;
    private final SeenColumns columns;

    FoundFigures(JdbcClient database, SeenColumns columns) {
        this.database = database;
        this.columns = columns;
    }

    /// How much an account weighs among others that answer as well: first by the money it stands for.
    ///
    /// @param money   its own and that of all it controls; [Long#MIN_VALUE]: unknown
    /// @param members how many accounts it controls
    record Weight(long money, int members) implements Comparable<Weight> {

        static final Weight NONE = new Weight(Long.MIN_VALUE, 0);

        @Override
        public int compareTo(Weight other) {
            int byMoney = Long.compare(money, other.money);
            return byMoney == 0 ? Integer.compare(members, other.members) : byMoney;
        }
    }

    Map<Long, Weight> weights(Collection<Long> accounts) {
        Map<Long, List<Long>> members = members(accounts);
        Set<Long> all = new LinkedHashSet<>(accounts);
        members.values().forEach(all::addAll);
        Map<Long, Cell> money = size().map(column -> column.of(all)).orElse(Map.of());
        Map<Long, Weight> weights = new HashMap<>();
        for (long account : accounts) {
            List<Long> controlled = members.getOrDefault(account, List.of());
            weights.put(account, new Weight(sum(account, controlled, money), controlled.size()));
        }
        return weights;
    }

    /// The accounts with what is known of them at a glance.
    List<FoundAccount> beside(List<FoundAccount> found) {
        List<Long> ids = found.stream().map(FoundAccount::id).toList();
        Map<String, Map<Long, Cell>> cells = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            columns.all().stream()
                    .filter(AccountColumn::isAtAGlance)
                    .forEach(column -> cells.put(column.labelKey(), column.of(ids)));
        }
        return found.stream()
                .map(account -> account.with(figures(account.id(), cells)))
                .toList();
    }

    private static List<FoundFigure> figures(long account, Map<String, Map<Long, Cell>> cells) {
        List<FoundFigure> figures = new ArrayList<>();
        cells.forEach((label, known) -> {
            Cell cell = known.get(account);
            if (cell != null && !cell.isUnknown()) {
                figures.add(new FoundFigure(label, cell));
            }
        });
        return figures;
    }

    private Optional<AccountColumn> size() {
        return columns.all().stream()
                .filter(column -> column.isAtAGlance() && column.isMoney())
                .findFirst();
    }

    private static long sum(long account, List<Long> controlled, Map<Long, Cell> money) {
        long sum = 0;
        boolean known = false;
        List<Long> all = new ArrayList<>(controlled);
        all.add(account);
        for (long one : all) {
            Cell cell = money.get(one);
            if (cell != null && cell.number() != null) {
                sum += cell.number().longValue();
                known = true;
            }
        }
        return known ? sum : Long.MIN_VALUE;
    }

    /// What each controls today, walked along the links only.
    private Map<Long, List<Long>> members(Collection<Long> accounts) {
        Map<Long, List<Long>> members = new HashMap<>();
        database.sql("""
                        with recursive today as (select identity.pub_today() as day),
                        down as (
                            select l.parent_id as top, l.child_id from accounts.parent_link l, today t
                            where l.parent_id = any((select cast(:ids as bigint[]))::bigint[]) and (l.holding is null or l.holding > 50)
                              and l.valid_from <= t.day and l.valid_to > t.day
                            union
                            select d.top, l.child_id
                            from today t, down d join accounts.parent_link l on l.parent_id = d.child_id
                            where (l.holding is null or l.holding > 50)
                              and l.valid_from <= t.day and l.valid_to > t.day)
                        select top, child_id from down order by top, child_id limit :most
                        """)
                .param("ids", accounts.toArray(Long[]::new))
                .param("most", MOST_MEMBERS)
                .query(row -> {
                    members.computeIfAbsent(row.getLong("top"), top -> new ArrayList<>())
                            .add(row.getLong("child_id"));
                });
        return members;
    }
}
