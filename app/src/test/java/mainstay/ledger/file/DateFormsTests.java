package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormsTests {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 13);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-04-13",
                "2024-4-13",
                "2024-04-13 08:26:00",
                "2024-04-13T08:26:00Z",
                "2024-04-13T08:26:00.123+08:00",
                "2024/4/13",
                "2024/04/13 8:26",
                "20240413",
                "2024年4月13日",
                "2024年04月13日 08:26",
                "13.4.2024",
                "13.04.2024 08:26",
                "4/13/2024",
                "4/13/2024 8:26 AM",
                "13/4/2024",
                "13-04-2024"
            })
    void usual_forms_are_recognised(String text) {
        assertThat(DateForms.in(List.of(text)))
                .isInstanceOfSatisfying(
                        DateForms.Certain.class,
                        found -> assertThat(LocalDate.ofEpochDay(found.form().epochDay(text)))
                                .isEqualTo(DAY));
    }

    @Test
    void month_or_day_first_needs_a_day_above_twelve() {
        assertThat(DateForms.in(List.of("3/4/2024", "12/12/2024"))).isInstanceOf(DateForms.Unclear.class);
        assertThat(DateForms.in(List.of("3/4/2024", "13/4/2024")))
                .isEqualTo(new DateForms.Certain(KnownDateForm.DAY_FIRST));
        assertThat(DateForms.in(List.of("3/4/2024", "4/13/2024")))
                .isEqualTo(new DateForms.Certain(KnownDateForm.MONTH_FIRST));
        assertThat(DateForms.in(List.of("3/3/2024", "4/4/2024")))
                .isEqualTo(new DateForms.Certain(KnownDateForm.MONTH_FIRST));
    }

    @Test
    void a_few_bad_dates_do_not_hide_the_form() {
        assertThat(DateForms.in(List.of("2024-01-05", "soon", "2024-01-07")))
                .isEqualTo(new DateForms.Certain(KnownDateForm.ISO));
        assertThat(DateForms.in(List.of("soon", "later"))).isInstanceOf(DateForms.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "24-01-05",
                "2024-01-05x",
                "2024-01-05 25",
                ""
            })
    void what_is_no_date_is_none(String text) {
        assertThat(KnownDateForm.ISO.epochDay(text)).isEqualTo(DateForm.NO_DATE);
    }

    @Test
    void days_outside_of_business_are_a_problem_of_their_own() throws FieldProblem {
        assertThat(KnownDateForm.ISO.inRange("1900-01-01")).isEqualTo(DateForm.FIRST_DAY);
        assertThatThrownBy(() -> KnownDateForm.ISO.inRange("1899-12-31")).hasMessage("DATE_OUT_OF_RANGE");
        assertThatThrownBy(() -> KnownDateForm.ISO.inRange("2200-01-01")).hasMessage("DATE_OUT_OF_RANGE");
    }

    @Test
    void a_named_pattern_is_strict_and_forgives_the_time_of_day() {
        DateForm form = PatternDateForm.of("d/M/yyyy");
        assertThat(LocalDate.ofEpochDay(form.epochDay("13/4/2024 00:00"))).isEqualTo(DAY);
        assertThat(form.epochDay("31/4/2024")).isEqualTo(DateForm.NO_DATE);
        assertThat(PatternDateForm.of("dd-MMM-yy").epochDay("13-Apr-24")).isEqualTo((int) DAY.toEpochDay());
    }
}
