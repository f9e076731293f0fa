package mainstay.portfolio.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A run as it is kept.
///
/// @param firstDay   of the days it looked at
/// @param model      null where none is usable
/// @param parameters of the chosen model, by symbol, as JSON
/// @param covariance of the logarithms of the parameters, in their order, as JSON; null where there is none
/// @param basis      `margin`, or `sales` where no cost is known
/// @param marginRate of all sales with a known cost
/// @param returns    what all accounts teach of the chance of leaving: it counts like gaps of each one's own
public record RunRow(
        LocalDate asOf,
        LocalDate firstDay,
        long revision,
        long settings,
        double discountRate,
        int months,
        String unit,
        @Nullable String model,
        String reason,
        String parameters,
        @Nullable String covariance,
        String spending,
        String basis,
        @Nullable Double marginRate,
        int accounts,
        double returns) {}
