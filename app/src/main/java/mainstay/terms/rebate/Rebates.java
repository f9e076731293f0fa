package mainstay.terms.rebate;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What accounts have earned, as far as the reader may see both the account's business and the ladder.
@Repository
@Transactional(readOnly = true)
class Rebates {

    private static final String FROM = " from terms.rebate r join accounts.pub_account k on k.id = r.account_id ";
    private static final RecordRows<Rebate> ROWS = RecordRows.of(Rebate.class);

    private final JdbcClient database;
    private final Clock clock;

    Rebates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    RebateList page(RebateWish wish) {
        return list(wish, "true", RebateList.SIZE, (wish.number() - 1L) * RebateList.SIZE);
    }

    /// For a file, which is passed on: confidential ladders stay out, whoever asks.
    List<Rebate> all(RebateWish wish, int most) {
        return list(wish, "not r.confidential", most, 0).rows();
    }

    private RebateList list(RebateWish wish, String which, int size, long before) {
        List<Rebate> rows = new ArrayList<>();
        long[] totals = new long[6];
        database.sql("""
                        select %s, count(*) over () as found, coalesce(sum(r.earned) over (), 0)::bigint as all_earned,
                        coalesce(sum(r.expected) over (), 0)::bigint as all_expected,
                        coalesce(sum(greatest(r.balance, 0)) over (), 0)::bigint as all_balance,
                        count(*) filter (where r.withheld) over () as all_withheld,
                        count(*) filter (where r.earned is null and not r.withheld) over () as all_unknown
                        %s
                        where (:words = '' or strpos(lower(k.code || ' ' || k.name), :words) > 0)
                          and (cast(:ladder as bigint) is null or r.ladder_id = :ladder)
                          and (:state = '' or (r.counts_to < :today) = (:state = 'over')) and %s
                        order by %s, k.code, r.ladder_id, r.period_from desc limit %d offset %d
                        """.formatted(Rebate.COLUMNS, FROM, which, wish.order(), size, before))
                .param("words", wish.words().toLowerCase(Locale.ROOT))
                .param("ladder", wish.ladderId(), java.sql.Types.BIGINT)
                .param("state", wish.stateCode())
                .param("today", LocalDate.now(clock))
                .query((ResultSet row) -> {
                    rows.add(ROWS.mapRow(row, rows.size()));
                    totals[0] = row.getLong("found");
                    totals[1] = row.getLong("all_earned");
                    totals[2] = row.getLong("all_expected");
                    totals[3] = row.getLong("all_balance");
                    totals[4] = row.getLong("all_withheld");
                    totals[5] = row.getLong("all_unknown");
                });
        return new RebateList(rows, totals[0], totals[1], totals[2], totals[3], totals[4], totals[5], wish.number());
    }

    /// Of an account, the newest period first.
    List<Rebate> of(long account) {
        return database.sql("select " + Rebate.COLUMNS + FROM
                        + "where r.account_id = :account order by r.period_from desc, r.ladder limit 200")
                .param("account", account)
                .query(ROWS)
                .list();
    }

    Optional<Rebate> of(long account, long ladder, LocalDate from) {
        return database.sql("select " + Rebate.COLUMNS + FROM
                        + "where r.account_id = :account and r.ladder_id = :ladder and r.period_from = :from")
                .param("account", account)
                .param("ladder", ladder)
                .param("from", from)
                .query(ROWS)
                .optional();
    }
}
