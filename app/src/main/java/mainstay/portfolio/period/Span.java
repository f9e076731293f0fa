package mainstay.portfolio.period;

import java.time.LocalDate;
import mainstay.shared.Period;
import mainstay.shared.web.Text;

/// Days with a name.
///
/// @param code as in an address
public record Span(String code, Text name, Period days) {

    public LocalDate from() {
        return days.from();
    }

    public LocalDate to() {
        return days.to();
    }
}
