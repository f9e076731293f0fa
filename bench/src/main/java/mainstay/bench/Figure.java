package mainstay.bench;

import java.util.Locale;

/// One measured figure; prints itself as one line of JSON.
record Figure(String name, double value, String unit, String sizes) {

    void print() {
        System.out.printf(
                Locale.ROOT,
                "{\"name\": \"%s\", \"figure\": %.4g, \"unit\": \"%s\", \"sizes\": \"%s\"}%n",
                name,
                value,
                unit,
                sizes);
    }
}
