package mainstay.analytics.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import mainstay.analytics.btyd.Interval;

/// A number about one customer with everything it rests on.
///
/// @param quantity which number
/// @param value the number; empty where it does not exist
/// @param interval how sure it is; empty where the fit has no inner maximum or the value does not exist
/// @param inputs the customer's own numbers and the parameters, by symbol, in the order of the formula
/// @param caveats what to keep in mind
public record Explanation(
        Quantity quantity,
        OptionalDouble value,
        Optional<Interval> interval,
        SequencedMap<String, Double> inputs,
        List<Caveat> caveats) {

    /// What can be asked about a customer.
    public enum Quantity {
        /// The probability that the customer is still one.
        PROBABILITY_ALIVE,
        /// The number of purchases expected over a horizon.
        EXPECTED_PURCHASES,
        /// The number of purchases to come, each worth less the later it comes.
        DISCOUNTED_PURCHASES,
        /// The amount expected of a purchase.
        EXPECTED_SPEND,
        /// The discounted value over some steps of time.
        LIFETIME_VALUE,
        /// The discounted value of all that is still to come.
        RESIDUAL_VALUE
    }

    /// What limits a number.
    public enum Caveat {
        /// The model says that customers without a repeat purchase are alive for certain: it cannot say
        /// otherwise.
        ALIVE_BY_CONSTRUCTION,
        /// The model has no drop-out: everybody is alive for certain.
        NO_DROP_OUT,
        /// The base has fewer than a hundred customers; such models need many small ones.
        SMALL_BASE,
        /// The fit has no inner maximum, so there is no interval.
        NO_INTERVAL,
        /// The customer's own spending is unknown: the mean of all customers stands in.
        SPENDING_OF_OTHERS,
        /// The number rests on the customer's own few purchases and on nobody else's.
        OWN_HISTORY_ONLY
    }

    /// Copies inputs and caveats.
    public Explanation {
        inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
        caveats = List.copyOf(caveats);
    }

    /// One English line; the parts are there for other languages.
    public String explain() {
        var range = interval.map(ends -> String.format(
                        Locale.ROOT, " (%.0f %%: %.4g to %.4g)", 100 * ends.level(), ends.low(), ends.high()))
                .orElse("");
        var from = inputs.entrySet().stream()
                .map(input -> input.getKey() + " " + rounded(input.getValue()))
                .collect(Collectors.joining(", "));
        var number = value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : "undefined";
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number + range + " from " + from;
    }

    private static String rounded(double number) {
        return new BigDecimal(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
