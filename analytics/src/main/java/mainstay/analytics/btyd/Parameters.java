package mainstay.analytics.btyd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Named parameters in the order of the papers.
final class Parameters {

    private Parameters() {}

    static SequencedMap<String, Double> of(String[] names, double... values) {
        var parameters = new LinkedHashMap<String, Double>();
        for (var i = 0; i < names.length; i++) {
            parameters.put(names[i], values[i]);
        }
        return Collections.unmodifiableSequencedMap(parameters);
    }

    /// Refuses what no search may return.
    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + value + " is not a positive number");
        }
    }
}
