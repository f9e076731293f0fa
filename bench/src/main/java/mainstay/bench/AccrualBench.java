package mainstay.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;

/// Rebates of a large firm: a ladder on revenue and one on growth, two years of each, agreed with some
/// accounts or with all, and a day that passes. The run is set off by putting a ladder in force that nobody
/// has.
final class AccrualBench {

    private static final int SOME = 2_000;
    private static final int DAYS = 3;

    private final Installed installed;
    private final Visitor director;
    private final Sizes sizes;

    AccrualBench(Installed installed, Visitor director, Sizes sizes) {
        this.installed = installed;
        this.director = director;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            try {
                makeLadders(statement);
                for (int agreed : new int[] {Math.min(SOME, sizes.accounts()), sizes.accounts()}) {
                    agree(statement, agreed);
                    setOff(statement);
                    print(agreed, oneDay(statement));
                }
                new RuledCreditBench(installed, sizes).run(statement);
            } finally {
                forget(statement);
            }
        }
    }

    private static void makeLadders(Statement statement) throws SQLException {
        statement.execute("""
                create table if not exists terms.bench_state as select data_to from ledger.state;
                insert into terms.ladder (name, confidential, roles, author, created_at)
                select name, false, '{}', 'bench', now()
                from unnest(array['Bench revenue', 'Bench growth', 'Bench nobody']) name;
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at, published_by, published_at)
                select id, 1, case name when 'Bench growth' then 'growth' else 'revenue' end, 'year',
                       case name when 'Bench growth' then 'above' else 'whole' end, 'CNY', '{}', '2025-01-01', 'bench', now(), 'bench', now()
                from terms.ladder where author = 'bench';
                insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                select v.id, v.ladder_id, p, case v.basis when 'growth' then p * 0.05 else p * p * 1000 end, p * 0.005
                from terms.ladder_version v, generate_series(1, 5) p where v.author = 'bench'
                """);
    }

    private static void agree(Statement statement, int accounts) throws SQLException {
        statement.execute("delete from terms.agreement where asked_by = 'bench'");
        statement.execute("""
                insert into terms.agreement (account_id, measure, word, valid_from, reason, asked_by, asked_at, granted_at)
                select id, 'rebateLadder', case when n %% 2 = 0 then 'Bench revenue' else 'Bench growth' end, '2025-01-01', 'bench', 'bench',
                       now(), now()
                from (select id, row_number() over (order by id) as n from accounts.account order by id limit %d) account;
                analyze terms.agreement
                """.formatted(accounts));
    }

    private double oneDay(Statement statement) throws IOException, InterruptedException, SQLException {
        double[] seconds = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            statement.execute("update ledger.state set data_to = data_to + 1, revision = revision + 1");
            setOff(statement);
            try (ResultSet run =
                    statement.executeQuery("select seconds from terms.accrual_run order by id desc limit 1")) {
                run.next();
                seconds[day] = run.getDouble(1);
            }
        }
        Arrays.sort(seconds);
        return seconds[DAYS / 2];
    }

    private void setOff(Statement statement) throws IOException, InterruptedException, SQLException {
        long ladder;
        int version;
        try (ResultSet draft = statement.executeQuery("""
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at)
                select ladder_id, max(version) + 1, 'revenue', 'year', 'whole', 'CNY', '{}', '2025-01-01', 'bench', now()
                from terms.ladder_version
                where ladder_id = (select id from terms.ladder where name = 'Bench nobody')
                group by ladder_id returning ladder_id, version
                """)) {
            draft.next();
            ladder = draft.getLong("ladder_id");
            version = draft.getInt("version");
        }
        director.submit("/rebates/" + ladder + "/publication", Map.of("version", String.valueOf(version)));
    }

    /// The firm is kept for other measurements.
    private static void forget(Statement statement) throws SQLException {
        statement.execute("""
                update ledger.state set data_to = (select data_to from terms.bench_state), revision = revision + 1;
                drop table terms.bench_state;
                delete from terms.agreement where asked_by = 'bench';
                delete from terms.accrual where ladder_id in (select id from terms.ladder where author = 'bench');
                delete from terms.ladder_version where author = 'bench';
                delete from terms.ladder where author = 'bench'
                """);
    }

    private void print(int agreed, double seconds) {
        new Figure(
                        "rating.accrual",
                        seconds,
                        "s",
                        "accounts=%d lines=%d agreements=%d".formatted(sizes.accounts(), sizes.lines(), agreed))
                .print();
    }
}
