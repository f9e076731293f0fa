package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.Map;

/// What a test measured of an account in a quarter, before anybody graded it.
///
/// @param from     first day of the quarter
/// @param measure  what the thresholds of the test speak about
/// @param evidence number of rows behind it
/// @param money    what it is about, in ten-thousandths
/// @param most     the strength that what is known allows at most
/// @param figures  what the sentence about it says, by name: whole numbers, fractions and texts
public record Suspicion(
        long account,
        LocalDate from,
        double measure,
        int evidence,
        long money,
        Strength most,
        Map<String, Object> figures) {

    public Suspicion {
        figures = Map.copyOf(figures);
    }

    public Quarter quarter() {
        return Quarter.of(from);
    }
}
