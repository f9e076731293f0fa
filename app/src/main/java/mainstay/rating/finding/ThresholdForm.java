package mainstay.rating.finding;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;

/// The thresholds as texts of a form: a field is called by its test and what is asked for, as in
/// `spike.hint`.
record ThresholdForm(Map<String, String> written) {
    static final String QUARTERS = "quarters";

    private static final int MOST_QUARTERS = 40;

    /// What holds now.
    static ThresholdForm of(List<FindingTest> tests, Map<String, Threshold> thresholds, int quarters) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put(QUARTERS, String.valueOf(quarters));
        for (FindingTest test : tests) {
            Threshold threshold = thresholds.get(test.code());
            if (threshold != null) {
                put(written, test, ThresholdField.HINT, measure(test, threshold.hint()));
                put(written, test, ThresholdField.LIKELY, measure(test, threshold.likely()));
                put(written, test, ThresholdField.STRONG, measure(test, threshold.strong()));
                put(written, test, ThresholdField.EVIDENCE, BigDecimal.valueOf(threshold.evidence()));
                put(written, test, ThresholdField.MONEY, new Money(threshold.money()).toDecimal());
            }
        }
        return new ThresholdForm(written);
    }

    static String name(FindingTest test, ThresholdField field) {
        return test.code() + "." + field.code();
    }

    String text(FindingTest test, ThresholdField field) {
        return written.getOrDefault(name(test, field), "");
    }

    /// What cannot be taken, by field.
    Map<String, Text> refusals(List<FindingTest> tests) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (quarters().isEmpty()) {
            refusals.put(QUARTERS, Text.of("rules.wrong", 1, MOST_QUARTERS, 0));
        }
        for (FindingTest test : tests) {
            for (ThresholdField field : ThresholdField.values()) {
                if (number(test, field).isEmpty()) {
                    refusals.put(name(test, field), field.bounds(test));
                }
            }
            ascending(test, ThresholdField.HINT, ThresholdField.LIKELY, refusals);
            ascending(test, ThresholdField.LIKELY, ThresholdField.STRONG, refusals);
        }
        return refusals;
    }

    private void ascending(
            FindingTest test, ThresholdField weaker, ThresholdField stronger, Map<String, Text> refusals) {
        Optional<BigDecimal> less = number(test, weaker);
        Optional<BigDecimal> more = number(test, stronger);
        if (less.isPresent() && more.isPresent() && less.get().compareTo(more.get()) > 0) {
            refusals.put(name(test, stronger), Text.of("findings.thresholds.turned"));
        }
    }

    Optional<Integer> quarters() {
        String text = Numeral.plain(written.getOrDefault(QUARTERS, ""));
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(quarters -> quarters >= 1 && quarters <= MOST_QUARTERS);
    }

    /// Of a form without refusals.
    Threshold threshold(FindingTest test) {
        return new Threshold(
                test.code(),
                exact(test, ThresholdField.HINT),
                exact(test, ThresholdField.LIKELY),
                exact(test, ThresholdField.STRONG),
                number(test, ThresholdField.EVIDENCE).orElseThrow().intValueExact(),
                Money.of(number(test, ThresholdField.MONEY).orElseThrow()).tenThousandths());
    }

    private double exact(FindingTest test, ThresholdField field) {
        BigDecimal number = number(test, field).orElseThrow();
        return (test.isShare() ? number.movePointLeft(2) : number).doubleValue();
    }

    private Optional<BigDecimal> number(FindingTest test, ThresholdField field) {
        return field.read(text(test, field), test);
    }

    private static BigDecimal measure(FindingTest test, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return test.isShare() ? exact.movePointRight(2) : exact;
    }

    private static void put(Map<String, String> written, FindingTest test, ThresholdField field, BigDecimal number) {
        written.put(
                name(test, field),
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
}
