package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be written into a field, and what is said of what cannot.
class FactFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static Field field(FieldKind kind) {
        List<String> choices = kind == FieldKind.CHOICE ? List.of("street", "mall") : List.of();
        return new Field(
                1, "own1", "Own", Part.BASIC, kind, null, choices, 12, 1, Level.CARD, List.of(), null, false, 1);
    }

    private static FactForm form(String value) {
        return new FactForm(value, "visit", "2026-11-16", "reported", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER      | １２，５００.５       | 12500.5
            NUMBER      | -3                 | -3
            NUMBER      | 5,5                |
            NUMBER      | 1e9                |
            NUMBER      | 1.00001            |
            NUMBER      | 100000000000000    |
            MONEY       | 1,200,000          | 1200000
            DATE        | 1800-01-01         | 1800-01-01
            DATE        | 1799-12-31         |
            DATE        | 2200-01-01         |
            DATE        | 2026-02-30         |
            YES_NO      | yes                | yes
            YES_NO      | maybe              |
            CHOICE      | mall               | mall
            CHOICE      | market             |
            CREDIT_CODE | 91350100m000100y43 | 91350100M000100Y43
            CREDIT_CODE | 91350100M000100Y44 |
            TEXT        | 长江 😀 مرحبا       | 长江 😀 مرحبا
            """)
    void a_value_is_taken_as_it_is_meant_or_refused(FieldKind kind, String written, String kept) {
        Field field = field(kind);
        assertThat(form(written).refusals(field, TODAY).isEmpty()).isEqualTo(kept != null);
        if (kept != null) {
            assertThat(form(written).wish(field).value().plain()).isEqualTo(kept);
        }
    }

    @Test
    void a_wrong_check_digit_is_told_with_the_right_one() {
        assertThat(form("91350100M000100Y44").refusals(field(FieldKind.CREDIT_CODE), TODAY))
                .containsEntry("value", Text.of("archive.wrong.checkDigit", "3"));
    }

    @Test
    void text_ends_somewhere_and_turns_nothing_around() {
        Field field = field(FieldKind.TEXT);
        assertThat(form("x".repeat(2_000)).refusals(field, TODAY)).isEmpty();
        assertThat(form("x".repeat(2_001)).refusals(field, TODAY)).containsKey("value");
        assertThat(form("a\u202Eb").refusals(field, TODAY)).containsKey("value");
        assertThat(form("a\0b").refusals(field, TODAY)).containsKey("value");
        assertThat(form(" \n ").refusals(field, TODAY)).containsKey("value");
    }

    @Test
    void everything_around_a_value_is_asked_for_at_its_field() {
        assertThat(new FactForm("x", "", "2026-11-17", "sure", "").refusals(field(FieldKind.TEXT), TODAY))
                .containsOnlyKeys("source", "observedOn", "confidence");
        assertThat(new FactForm("x", "s".repeat(201), "1799-12-31", "assumed", "")
                        .refusals(field(FieldKind.TEXT), TODAY))
                .containsOnlyKeys("source", "observedOn");
        assertThat(new FactForm(null, null, null, null, null).refusals(field(FieldKind.TEXT), TODAY))
                .containsOnlyKeys("value", "source", "observedOn", "confidence");
    }
}
