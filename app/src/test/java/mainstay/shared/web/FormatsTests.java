package mainstay.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    @Test
    void days_are_written_as_where_the_reader_is() {
        assertThat(new Formats(Locale.ENGLISH, Locale.UK).date(DAY)).isEqualTo("17 Nov 2026");
        assertThat(new Formats(Locale.ENGLISH, Locale.US).date(DAY)).isEqualTo("Nov 17, 2026");
        assertThat(new Formats(Locale.SIMPLIFIED_CHINESE, Locale.SIMPLIFIED_CHINESE).date(DAY))
                .isEqualTo("2026年11月17日");
    }
}
