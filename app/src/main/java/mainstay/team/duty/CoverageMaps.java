package mainstay.team.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Draws the map of coverage, a page at a time, the accounts with the most money first.
@Repository
@Transactional(readOnly = true)
class CoverageMaps {

    private static final int ROWS = 30;

    private static final String CELLS = "with " + Presence.PEOPLE + "," + Presence.STAND_INS + """
            select d.account_id, d.field_id, p.full_name,
                   case when p.state = 'away' and s.user_id is not null then 'deputy' else p.state end as state
            from team.duty d
            join person p on p.id = d.user_id
            left join stand_in s on s.account_id = d.account_id and s.user_id = d.user_id
            where d.account_id = any(:accounts) and d.part = 'accountable' and d.until is null and not d.set_aside
            """;

    private final JdbcClient database;
    private final Fields fields;

    CoverageMaps(JdbcClient database, Fields fields) {
        this.database = database;
        this.fields = fields;
    }

    private record Watched(long accountId, String code, String name, int stars) {}

    /// @param page from 1
    CoverageMap page(int page) {
        List<Watched> found = database.sql("""
                        select w.account_id, w.code, w.name, w.stars from team.watched w
                        order by greatest(w.money, w.group_money) desc nulls last, w.code limit :most offset :from
                        """)
                .param("most", ROWS + 1)
                .param("from", (page - 1) * ROWS)
                .query(RecordRows.of(Watched.class))
                .list();
        List<Watched> shown = found.stream().limit(ROWS).toList();
        Map<Long, Map<Integer, CoverageMap.Cell>> cells =
                cells(shown.stream().map(Watched::accountId).toList());
        return new CoverageMap(
                fields.all().stream().filter(field -> !field.retired()).toList(),
                shown.stream()
                        .map(one -> new CoverageMap.Row(
                                one.accountId(),
                                one.code(),
                                one.name(),
                                one.stars(),
                                cells.getOrDefault(one.accountId(), Map.of())))
                        .toList(),
                page,
                found.size() > ROWS);
    }

    private Map<Long, Map<Integer, CoverageMap.Cell>> cells(List<Long> accounts) {
        Map<Long, Map<Integer, CoverageMap.Cell>> cells = new HashMap<>();
        database.sql(CELLS).param("accounts", accounts.toArray(Long[]::new)).query(row -> {
            cells.computeIfAbsent(row.getLong("account_id"), none -> new HashMap<>())
                    .put(
                            row.getInt("field_id"),
                            new CoverageMap.Cell(row.getString("full_name"), row.getString("state")));
        });
        return cells;
    }
}
