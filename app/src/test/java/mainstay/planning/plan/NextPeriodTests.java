package mainstay.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 2027-12-31, 2028-12-31",
        "2028-01-01, 2028-12-31, 2029-12-31",
        "2027-03-01, 2028-02-29, 2029-02-28",
        "2027-07-01, 2027-09-30, 2027-12-31",
        "2028-02-01, 2028-02-29, 2028-03-31",
        "2027-01-01, 2027-01-10, 2027-01-20"
    })
    void whole_months_stay_whole_and_days_stay_days(LocalDate from, LocalDate to, LocalDate next) {
        assertThat(NextPeriod.end(from, to)).isEqualTo(next);
    }

    @Test
    void a_year_in_the_title_moves_on() {
        assertThat(NextPeriod.title("Plan for Ling 2027", 2027, 2028)).isEqualTo("Plan for Ling 2028");
        assertThat(NextPeriod.title("Grow", 2027, 2028)).isEqualTo("Grow");
    }
}
