package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;

/// The quarters that the tests look at, up to the day that the ledger reaches.
public record Examined(LocalDate from, LocalDate asOf) {

    static Examined upTo(LocalDate asOf, int quarters) {
        List<Quarter> all = Quarter.upTo(asOf, quarters);
        return new Examined(all.getFirst().from(), asOf);
    }

    Examined reachingBackTo(LocalDate day) {
        return day.isBefore(from) ? new Examined(day, asOf) : this;
    }

    /// One quarter, as far as the ledger reaches.
    static Examined of(Quarter quarter, LocalDate asOf) {
        return new Examined(quarter.from(), quarter.to().isAfter(asOf) ? asOf : quarter.to());
    }
}
