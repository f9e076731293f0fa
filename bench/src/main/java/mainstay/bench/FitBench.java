package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.btyd.Scores;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;

/// The models of the analytics library on many simulated customers, in this process.
final class FitBench {

    private static final int TRIES = 5;
    private static final int WARM = 400;
    private static final long SEED = 42;
    private static final Path CDNOW = Path.of("../shared/data/cdnow/cdnow_customers_summary.csv");

    private final int customers;
    private final CpuClock clock = new CpuClock(ProcessHandle.current());

    FitBench(int customers) {
        this.customers = customers;
    }

    void run() throws IOException {
        SimulatedBuyers buyers = SimulatedBuyers.of(customers, SEED);
        measure("group", () -> grouped(buyers).groups());
        measure("bgNbd", () -> found(BgNbd.fit(grouped(buyers))));
        measure("mbgNbd", () -> found(MbgNbd.fit(grouped(buyers))));
        measure("paretoNbd", () -> found(ParetoNbd.fit(grouped(buyers))));
        measure("gammaGamma", () -> found(GammaGamma.fit(MeanValues.of(buyers.payers(), buyers.means()))));
        BgNbd bg = new BgNbd(0.25, 30, 0.8, 2.5, TimeUnit.DAY);
        ParetoNbd pareto = new ParetoNbd(0.52, 74, 0.75, 177, TimeUnit.DAY);
        Horizon year = Horizon.days(365);
        measure(
                "scores.bgNbd",
                () -> Scores.ofDays(bg, buyers.repeats(), buyers.last(), buyers.age(), year)
                        .totalExpectedPurchases());
        measure(
                "scores.paretoNbd",
                () -> Scores.ofDays(pareto, buyers.repeats(), buyers.last(), buyers.age(), year)
                        .totalExpectedPurchases());
        print("memory.peak", clock.peakMegabytes(), "MB", "customers=" + customers);
        if (Files.isReadable(CDNOW)) {
            warm(cdnow());
        }
    }

    private static GroupedSummaries grouped(SimulatedBuyers buyers) {
        return GroupedSummaries.ofDays(buyers.repeats(), buyers.last(), buyers.age(), TimeUnit.DAY);
    }

    private static Object found(Fit<?> fit) {
        return fit.orElseThrow().parameters();
    }

    /// The first time, with the compiler still at work, and the median of the next ones.
    private void measure(String name, Supplier<Object> work) {
        double[] wall = new double[TRIES];
        double[] cpu = new double[TRIES];
        Object result = "";
        for (int i = 0; i <= TRIES; i++) {
            double before = clock.seconds();
            long start = System.nanoTime();
            result = work.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i == 0) {
                print(name + ".first", seconds, "s", "customers=" + customers);
            } else {
                wall[i - 1] = seconds;
                cpu[i - 1] = clock.seconds() - before;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        print(name, wall[TRIES / 2], "s", "customers=" + customers + " result=" + result);
        print(name + ".cpu", cpu[TRIES / 2], "s", "customers=" + customers);
    }

    private void warm(GroupedSummaries cdnow) {
        for (int i = 0; i < WARM; i++) {
            found(BgNbd.fit(cdnow));
        }
        double[] milliseconds = new double[WARM];
        for (int i = 0; i < WARM; i++) {
            long start = System.nanoTime();
            found(BgNbd.fit(cdnow));
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        print("cdnow.bgNbd", milliseconds[WARM / 2], "ms", "customers=" + (long) cdnow.customers());
    }

    private static GroupedSummaries cdnow() throws IOException {
        List<CustomerSummary> read = new ArrayList<>();
        for (String line : Files.readAllLines(CDNOW).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            read.add(new CustomerSummary(
                    Integer.parseInt(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    OptionalDouble.empty(),
                    TimeUnit.WEEK));
        }
        return GroupedSummaries.of(TimeUnit.WEEK, read);
    }

    private static void print(String name, double value, String unit, String sizes) {
        new Figure("fit." + name, value, unit, sizes).print();
    }
}
