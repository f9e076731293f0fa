package mainstay.analytics.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The Kaplan-Meier curve: the part of customers who stay longer than a time, those still staying counted for
/// what is known of them.
///
/// S(t) = Π (1 − dᵢ/nᵢ) over the times tᵢ ≤ t at which dᵢ customers left, nᵢ having stayed until then. Who is
/// censored at tᵢ counts as staying until then. Source: E. L. Kaplan and P. Meier, "Nonparametric Estimation
/// from Incomplete Observations", Journal of the American Statistical Association 53, 1958.
public final class KaplanMeier {

    private static final double NORMAL_95 = 1.959963984540054;

    /// One step of the curve.
    ///
    /// @param time t
    /// @param atRisk n: customers who stayed until t
    /// @param left d: customers who left at t
    /// @param survival S(t), right after the step
    /// @param low lower end of the 95 % interval, on the scale of ln(−ln S)
    /// @param high its upper end
    public record Step(double time, int atRisk, int left, double survival, double low, double high) {}

    private final int customers;
    private final List<Step> steps;

    private KaplanMeier(int customers, List<Step> steps) {
        this.customers = customers;
        this.steps = steps;
    }

    /// The curve of customers.
    public static KaplanMeier of(Collection<Tenure> tenures) {
        var left = new TreeMap<Double, Integer>();
        var seen = new TreeMap<Double, Integer>();
        for (var tenure : tenures) {
            seen.merge(tenure.duration(), 1, Integer::sum);
            if (tenure.ended()) {
                left.merge(tenure.duration(), 1, Integer::sum);
            }
        }
        var steps = new ArrayList<Step>();
        var atRisk = tenures.size();
        var survival = 1.0;
        var greenwood = 0.0;
        for (var time : seen.entrySet()) {
            int gone = left.getOrDefault(time.getKey(), 0);
            if (gone > 0) {
                survival *= 1 - (double) gone / atRisk;
                greenwood += (double) gone / atRisk / (atRisk - gone);
                steps.add(step(time.getKey(), atRisk, gone, survival, greenwood));
            }
            atRisk -= time.getValue();
        }
        return new KaplanMeier(tenures.size(), List.copyOf(steps));
    }

    private static Step step(double time, int atRisk, int gone, double survival, double greenwood) {
        if (survival <= 0) {
            return new Step(time, atRisk, gone, 0, 0, 0);
        }
        var log = Math.log(survival);
        var width = NORMAL_95 * Math.sqrt(greenwood) / log;
        return new Step(
                time, atRisk, gone, survival, Math.exp(log * Math.exp(-width)), Math.exp(log * Math.exp(width)));
    }

    /// The number of customers.
    public int customers() {
        return customers;
    }

    /// The steps of the curve, earliest first; before the first one S = 1.
    public List<Step> steps() {
        return steps;
    }

    /// S(t): the part of customers who stay longer than t, a fraction from 0 to 1.
    public double survival(double time) {
        var low = 0;
        var high = steps.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (steps.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 1 : steps.get(low - 1).survival();
    }

    /// The time by which half have left: the first t with S(t) ≤ 0.5.
    ///
    /// @return empty where more than half are still there at the end
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.survival() <= 0.5)
                .mapToDouble(Step::time)
                .findFirst();
    }
}
