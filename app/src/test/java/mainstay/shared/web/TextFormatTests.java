package mainstay.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Sentences say numbers and days as pages do.
class TextFormatTests {
    private final Texts texts = new Texts();

    @Test
    void money_in_sentences_is_rounded_as_on_pages() {
        long amount = 59_865_000L;

        assertThat(texts.get(Texts.ENGLISH, "portfolio.figure.whole", new BigDecimal("5986.5")))
                .isEqualTo(new Formats(Locale.ENGLISH, Locale.ENGLISH).money(amount))
                .isEqualTo("5,987");
    }

    @Test
    void one_key_account_is_not_called_many() {
        assertThat(texts.get(Texts.ENGLISH, "model.lookBack", "Nov 1, 2025", 1))
                .isEqualTo("Would it have found this year's key account on the figures of Nov 1, 2025?");
        assertThat(texts.get(Texts.ENGLISH, "model.lookBack", "Nov 1, 2025", 2)).contains("this year's 2 key accounts");
        assertThat(texts.get(Texts.ENGLISH, "model.byRule", 3, 1, "33 %", "100 %"))
                .contains("named 3; one of them is a key account today");
    }

    @Test
    void days_in_sentences_are_written_as_on_pages() {
        assertThat(texts.get(
                        Texts.SIMPLIFIED,
                        "portfolio.periodTurned",
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2026, 8, 17)))
                .contains("2027年1月1日", "2026年8月17日");
    }
}
