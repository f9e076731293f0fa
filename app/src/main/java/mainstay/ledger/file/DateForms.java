package mainstay.ledger.file;

import java.util.Arrays;
import java.util.List;

/// Finds the form in which a column writes its dates.
final class DateForms {

    private DateForms() {}

    /// The answer after looking at the sampled values of a column.
    sealed interface Found {}

    record Certain(DateForm form) implements Found {}

    /// Month first and day first both fit: only the user knows.
    record Unclear(String example) implements Found {}

    record Unknown(String example) implements Found {}

    /// Each value is a date, but not all in one form.
    record Mixed(String example, String other) implements Found {}

    static Found in(List<String> values) {
        List<KnownDateForm> fitting = Arrays.stream(KnownDateForm.values())
                .filter(form -> values.stream().allMatch(value -> form.epochDay(value) != DateForm.NO_DATE))
                .toList();
        if (fitting.isEmpty()) {
            return values.isEmpty() ? new Certain(KnownDateForm.ISO) : mostly(values);
        }
        boolean unclear = !values.isEmpty()
                && fitting.getFirst().monthFirst()
                && fitting.size() > 1
                && values.stream().anyMatch(value -> differs(fitting, value));
        return unclear ? new Unclear(values.getFirst()) : new Certain(fitting.getFirst());
    }

    static boolean isDate(String value) {
        return Arrays.stream(KnownDateForm.values()).anyMatch(form -> form.epochDay(value) != DateForm.NO_DATE);
    }

    /// Some values are no dates in any form: the form of most of them, unless it is a guess between month and
    /// day.
    private static Found mostly(List<String> values) {
        List<String> dates = values.stream().filter(DateForms::isDate).toList();
        if (dates.size() == values.size()) {
            return mixed(values);
        }
        String odd = values.stream()
                .filter(value -> !dates.contains(value))
                .findFirst()
                .orElse(values.getFirst());
        return dates.size() * 2 < values.size() ? new Unknown(odd) : in(dates);
    }

    private static Found mixed(List<String> values) {
        String first = values.getFirst();
        return values.stream()
                .filter(value -> Arrays.stream(KnownDateForm.values())
                        .noneMatch(form ->
                                form.epochDay(first) != DateForm.NO_DATE && form.epochDay(value) != DateForm.NO_DATE))
                .findFirst()
                .<Found>map(other -> new Mixed(first, other))
                .orElse(new Mixed(first, values.getLast()));
    }

    private static boolean differs(List<KnownDateForm> forms, String value) {
        return forms.stream().mapToInt(form -> form.epochDay(value)).distinct().count() > 1;
    }
}
