package mainstay.rating.finding;

import java.util.Optional;

/// From which measure on a test speaks of what.
///
/// @param evidence with fewer rows a finding stays a hint
/// @param money    with less, in ten-thousandths, it is none
public record Threshold(String test, double hint, double likely, double strong, int evidence, long money) {

    /// The strength of a suspicion; nothing where it is none.
    Optional<Strength> grade(Suspicion suspicion) {
        if (suspicion.money() <= 0 || suspicion.money() < money || suspicion.measure() < hint) {
            return Optional.empty();
        }
        Strength byMeasure = suspicion.measure() >= strong
                ? Strength.STRONG
                : suspicion.measure() >= likely ? Strength.LIKELY : Strength.HINT;
        return Optional.of(byMeasure
                .atMost(suspicion.most())
                .atMost(suspicion.evidence() < evidence ? Strength.HINT : Strength.STRONG));
    }
}
