package mainstay.portfolio.fit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;

/// The customers of a file with their names in it.
///
/// @param observationEnd the last day counted, of a log of purchases
record Customers(TimeUnit unit, List<Named> all, Optional<LocalDate> observationEnd) {

    record Named(String code, CustomerSummary summary) {}

    List<CustomerSummary> summaries() {
        return all.stream().map(Named::summary).toList();
    }
}
