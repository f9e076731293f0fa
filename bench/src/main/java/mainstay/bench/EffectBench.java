package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Effects of ten thousand pieces of work at a large firm, measured at once: what the command takes
/// longer with them than without anything to measure.
final class EffectBench {

    private static final int ITEMS = 10_000;

    private final Path work;
    private final Sizes sizes;

    EffectBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false);
                Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            try {
                plan(statement);
                double with = command(installed);
                new Figure(
                                "effect.run",
                                with - command(installed),
                                "s",
                                "items=%d accounts=%d lines=%d".formatted(ITEMS, sizes.accounts(), sizes.lines()))
                        .print();
            } finally {
                forget(statement);
            }
        }
    }

    /// Windows of six months that begin in any of six months, judged by three figures.
    private static void plan(Statement statement) throws SQLException {
        statement.execute("""
                insert into planning.plan (account_id, title, period_from, period_to, playbook, submission, changed_by, changed_at)
                select a.id, 'bench', (s.data_to - interval '2 years')::date, s.data_to, 'empty', gen_random_uuid(), 'bench', now()
                from (select id from accounts.account order by id limit %1$d) a cross join ledger.state s;
                insert into planning.work_item (plan_id, account_id, title, form, responsible_id, accountable_id, starts_on, due_on, standard,
                                                state, done_on, metric, effect_from, effect_months, named_on, submission, changed_by, changed_at)
                select p.id, p.account_id, 'bench', 'training', 1, 1, p.period_from, p.period_to, 'bench', 'done', p.period_to,
                       (array['revenue', 'orders', 'gross-profit'])[1 + p.id %% 3],
                       (date_trunc('month', s.data_to) - make_interval(months => (6 + p.id %% 6)::integer))::date, 6, p.period_from,
                       gen_random_uuid(), 'bench', now()
                from planning.plan p cross join ledger.state s
                cross join generate_series(1, greatest(1, %1$d / (select count(*) from planning.plan where changed_by = 'bench'))) g
                where p.changed_by = 'bench';
                analyze planning.plan; analyze planning.work_item
                """.formatted(ITEMS));
    }

    private static double command(Installed installed) throws IOException, InterruptedException {
        long started = System.nanoTime();
        installed.command("effects");
        return (System.nanoTime() - started) / 1e9;
    }

    /// The firm is kept for other measurements.
    private static void forget(Statement statement) throws SQLException {
        statement.execute("""
                delete from planning.effect where item_id in (select id from planning.work_item where changed_by = 'bench');
                delete from planning.work_item where changed_by = 'bench';
                delete from planning.plan where changed_by = 'bench'
                """);
    }
}
