package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What row-level security costs on the list and on the page of an account: the same application asks the same
/// questions by turns as it always does and with a role past all policies, and the processor time of application and
/// database is compared.
final class PolicyBench {

    private static final int TURNS = 5;
    private static final int IDLE_MS = 1_000;

    private final Path work;
    private final Sizes sizes;

    PolicyBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false);
                Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            String password = installed.passwordOf("manager");
            PagesBench pages = new PagesBench(work, sizes);
            try {
                compare(installed, statement, PagesBench.list(), "admin", Installed.PASSWORD);
                compare(installed, statement, pages.account(5_000), "admin", Installed.PASSWORD);
                compare(installed, statement, pages.account(50), "manager", password);
            } finally {
                statement.execute("alter role mainstay_app nobypassrls");
            }
        }
    }

    private void compare(Installed installed, Statement statement, Question question, String user, String password)
            throws IOException, InterruptedException, SQLException {
        List<Visitor> visitors = new ArrayList<>();
        try {
            for (int i = 0; i < sizes.connections(); i++) {
                visitors.add(Visitor.signedIn(installed.url(), user, password));
            }
            Load load = new Load(visitors, question, System.currentTimeMillis());
            load.closed(sizes.seconds());
            double[] with = new double[TURNS];
            double[] without = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                with[turn] = milliseconds(installed, statement, load, "nobypassrls");
                without[turn] = milliseconds(installed, statement, load, "bypassrls");
            }
            print(user + ": " + question.name(), median(with), median(without));
        } finally {
            visitors.forEach(Visitor::close);
        }
    }

    /// Processor time for one answer. Connections that know the role as it was are closed first; the pool looks
    /// at those that have been idle for a while before it lends them.
    private double milliseconds(Installed installed, Statement statement, Load load, String attribute)
            throws IOException, InterruptedException, SQLException {
        statement.execute("alter role mainstay_app " + attribute);
        statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mainstay_app'");
        Thread.sleep(IDLE_MS);
        load.closed(Math.max(2, sizes.seconds() / 2));
        CpuClock application = new CpuClock(installed.application());
        CpuClock database = new CpuClock(installed.database());
        double before = application.seconds() + database.seconds();
        int answers = load.closed(sizes.seconds()).milliseconds().size();
        return (application.seconds() + database.seconds() - before) * 1000 / answers;
    }

    private static double median(double[] turns) {
        Arrays.sort(turns);
        return turns[turns.length / 2];
    }

    private void print(String name, double with, double without) {
        String which = "accounts=%d lines=%d connections=%d turns=%d"
                .formatted(sizes.accounts(), sizes.lines(), sizes.connections(), TURNS);
        new Figure("policy " + name + " with", with, "ms", which).print();
        new Figure("policy " + name + " without", without, "ms", which).print();
        new Figure("policy " + name + " overhead", (with / without - 1) * 100, "%", which).print();
    }
}
