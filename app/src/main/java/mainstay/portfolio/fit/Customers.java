package mainstay.portfolio.fit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;

/// The customers of a file with their names in it.
///
/// @param observationEnd the last day counted, of a log of purchases
/// @param columns        what was read, and the column that it was taken from
record Customers(TimeUnit unit, List<Named> all, Optional<LocalDate> observationEnd, Map<String, String> columns) {

    record Named(String code, CustomerSummary summary) {}

    List<CustomerSummary> summaries() {
        return all.stream().map(Named::summary).toList();
    }
}
