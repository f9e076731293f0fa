package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Review decks of large accounts in a large firm, each of which has a plan with goals, work and risks. The first one
/// is told apart: it waits for the code and the fonts to be read.
final class DeckBench {

    private static final int ACCOUNTS = 200;

    /// The firm is kept for other measurements.
    private static final String FORGOTTEN = """
            delete from planning.work_item where changed_by = 'deck bench';
            delete from planning.goal where plan_id in (select id from planning.plan where changed_by = 'deck bench');
            delete from planning.risk where plan_id in (select id from planning.plan where changed_by = 'deck bench');
            delete from planning.plan where changed_by = 'deck bench'
            """;

    private final Path work;
    private final Sizes sizes;

    DeckBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false);
                Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            try {
                plan(statement);
                for (String form : List.of("pptx", "pdf")) {
                    measure(installed, form, "en");
                    measure(installed, form, "zh-CN");
                }
                new Figure(
                                "deck application peak",
                                new CpuClock(installed.application()).peakMegabytes(),
                                "MB",
                                "accounts=%d".formatted(sizes.accounts()))
                        .print();
            } finally {
                statement.execute(FORGOTTEN);
            }
        }
    }

    private static void plan(Statement statement) throws SQLException {
        statement.execute("""
                insert into planning.plan (account_id, title, period_from, period_to, playbook, understanding, competition, affinity, management,
                                           strengths, weaknesses, chances, threats, submission, changed_by, changed_at)
                select a.account_id, 'Deck ' || a.account_id, (s.data_to - interval '6 months')::date, (s.data_to + interval '6 months')::date,
                       'empty', t.words, t.words, t.words, t.words, t.words, t.words, t.words, t.words, gen_random_uuid(), 'deck bench', now()
                from (select id as account_id from accounts.account order by code limit %1$d) a
                cross join ledger.state s
                cross join (select repeat('They sell through forty shops and want fewer, larger deliveries. 他们想要更少更大的交货。', 4) as words) t;
                insert into planning.goal (plan_id, account_id, metric, baseline, baseline_on, base, stretch, challenge, due_on, shared,
                                           submission)
                select p.id, p.account_id, m.metric, m.baseline, p.period_from, m.baseline * 1.1, m.baseline * 1.2, m.baseline * 1.3, p.period_to, false,
                       gen_random_uuid()
                from planning.plan p cross join (values ('revenue', 100000), ('orders', 40)) m (metric, baseline)
                where p.changed_by = 'deck bench';
                insert into planning.risk (plan_id, account_id, what, likelihood, impact, counter, submission)
                select p.id, p.account_id, 'Risk ' || g, 1 + g %% 3, 1 + g %% 2, 'What we do', gen_random_uuid()
                from planning.plan p cross join generate_series(1, 8) g where p.changed_by = 'deck bench';
                insert into planning.work_item (plan_id, account_id, title, form, responsible_id, accountable_id, starts_on, due_on, standard,
                                                state, submission, changed_by, changed_at)
                select p.id, p.account_id, 'Piece of work number ' || g, 'training', 1, 1, p.period_from + 10 * g, p.period_from + 10 * g + 30, 'done',
                       'open', gen_random_uuid(), 'deck bench', now()
                from planning.plan p cross join generate_series(1, 20) g where p.changed_by = 'deck bench';
                analyze planning.plan; analyze planning.goal; analyze planning.work_item; analyze planning.risk
                """.formatted(ACCOUNTS));
    }

    private void measure(Installed installed, String form, String language) throws IOException, InterruptedException {
        Question question = Question.page(
                "deck " + form + " " + language,
                number -> "/accounts/" + Wholesaler.code((int) (number % ACCOUNTS)) + "/deck." + form + "?language="
                        + language);
        String which = "accounts=%d one visitor".formatted(sizes.accounts());
        try (Visitor visitor = Visitor.signedIn(installed.url(), "director", installed.passwordOf("director"))) {
            long started = System.nanoTime();
            visitor.ask(question, 0);
            new Figure(question.name() + " first", (System.nanoTime() - started) / 1e6, "ms", which).print();
            Load load = new Load(List.of(visitor), question, 1);
            load.closed(5);
            Load.Seen seen = load.closed(sizes.seconds());
            new Figure(question.name() + " p50", seen.quantile(0.5), "ms", which).print();
            new Figure(question.name() + " p99", seen.quantile(0.99), "ms", which).print();
        }
    }
}
