package mainstay.bench;

import java.util.concurrent.TimeUnit;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.btyd.Scores;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The parts of a fit under JMH, which keeps the compiler from cheating: `bin/bench jmh`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FitBenchmarks {

    /// How many customers are simulated; about as many as in the CDNOW sample, and a hundred thousand.
    @Param({"2357", "100000"})
    public int customers;

    private SimulatedBuyers buyers = SimulatedBuyers.of(0, 0);
    private GroupedSummaries groups = grouped();

    @Setup
    public void simulate() {
        buyers = SimulatedBuyers.of(customers, 42);
        groups = grouped();
    }

    private GroupedSummaries grouped() {
        return GroupedSummaries.ofDays(
                buyers.repeats(), buyers.last(), buyers.age(), mainstay.analytics.purchase.TimeUnit.DAY);
    }

    @Benchmark
    public GroupedSummaries group() {
        return grouped();
    }

    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return BgNbd.fit(groups);
    }

    @Benchmark
    public Fit<MbgNbd> mbgNbd() {
        return MbgNbd.fit(groups);
    }

    @Benchmark
    public Fit<ParetoNbd> paretoNbd() {
        return ParetoNbd.fit(groups);
    }

    @Benchmark
    public Fit<GammaGamma> gammaGamma() {
        return GammaGamma.fit(MeanValues.of(buyers.payers(), buyers.means()));
    }

    @Benchmark
    public Scores scores() {
        BuyingModel model = new BgNbd(0.25, 30, 0.8, 2.5, mainstay.analytics.purchase.TimeUnit.DAY);
        return Scores.ofDays(model, buyers.repeats(), buyers.last(), buyers.age(), Horizon.days(365));
    }
}
