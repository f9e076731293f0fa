package mainstay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rate, time of answers and processor time of questions to one installation.
final class Measured {

    private final Installed installed;
    private final Sizes sizes;
    private final String which;
    private final long first = System.currentTimeMillis();

    /// @param which sizes that the figures depend on
    Measured(Installed installed, Sizes sizes, String which) {
        this.installed = installed;
        this.sizes = sizes;
        this.which = which;
    }

    /// A server that runs for hours has compiled its pages long ago.
    void warmUp(Question question, int seconds) throws IOException, InterruptedException {
        List<Visitor> visitors = visitors(question, "admin", Installed.PASSWORD);
        try {
            new Load(visitors, question, first).closed(seconds);
        } finally {
            visitors.forEach(Visitor::close);
        }
    }

    /// The rate of all connections asking as fast as they get answers, and the times at half of it.
    ///
    /// @param role by which the figures are called
    void measure(Question question, String role, String user, String password)
            throws IOException, InterruptedException {
        String name = role + ": " + question.name();
        if (!name.contains(sizes.only())) {
            return;
        }
        List<Visitor> visitors = visitors(question, user, password);
        try {
            Load load = new Load(visitors, question, first);
            load.closed(Math.max(2, sizes.seconds() / 2));
            CpuClock application = new CpuClock(installed.application());
            CpuClock database = new CpuClock(installed.database());
            double applicationBefore = application.seconds();
            double databaseBefore = database.seconds();
            Load.Seen full = load.closed(sizes.seconds());
            double requests = full.milliseconds().size();
            print(name + " rate", full.perSecond(), "1/s");
            print(name + " cpu.application", (application.seconds() - applicationBefore) * 1000 / requests, "ms");
            print(name + " cpu.database", (database.seconds() - databaseBefore) * 1000 / requests, "ms");
            Load.Seen half = load.open(sizes.seconds(), full.perSecond() / 2);
            print(name + " p50", half.quantile(0.5), "ms");
            print(name + " p99", half.quantile(0.99), "ms");
        } finally {
            visitors.forEach(Visitor::close);
        }
    }

    private List<Visitor> visitors(Question question, String user, String password)
            throws IOException, InterruptedException {
        boolean byToken = !question.address().apply(0).token().isEmpty();
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < sizes.connections(); i++) {
            visitors.add(
                    byToken
                            ? Visitor.withoutSession(installed.url())
                            : Visitor.signedIn(installed.url(), user, password));
        }
        return visitors;
    }

    void print(String name, double value, String unit) {
        new Figure(name, value, unit, which).print();
    }
}
