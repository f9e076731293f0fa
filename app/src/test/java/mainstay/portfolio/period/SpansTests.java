package mainstay.portfolio.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The worked examples of period.md.
class SpansTests {
    private static final Spans APRIL = new Spans(LocalDate.of(2025, 11, 15), 4);

    @ParameterizedTest
    @CsvSource({
        "fy, 2025-04-01, 2025-11-15, Fiscal year 2025/26 so far",
        "lastfy, 2024-04-01, 2025-03-31, Fiscal year 2024/25",
        "fy2023, 2023-04-01, 2024-03-31, Fiscal year 2023/24",
        "fy2025q3, 2025-10-01, 2025-11-15, Quarter 3 of 2025/26 so far",
        "fy2024q4, 2025-01-01, 2025-03-31, Quarter 4 of 2024/25",
        "12m, 2024-11-16, 2025-11-15, Last 12 months",
        "ytd, 2025-01-01, 2025-11-15, Calendar year so far",
        "2025-11, 2025-11-01, 2025-11-15, November 2025 so far",
        "2024-02, 2024-02-01, 2024-02-29, February 2024"
    })
    void named_spans_follow_the_firms_year_and_end_with_the_data(
            String code, LocalDate from, LocalDate to, String name) {
        Span span = APRIL.named(code);

        assertThat(span.days()).isEqualTo(new Period(from, to));
        assertThat(new Texts().get(Texts.ENGLISH, span.name())).isEqualTo(name);
    }

    @Test
    void a_year_from_january_has_one_number() {
        Spans january = new Spans(LocalDate.of(2025, 11, 15), 1);

        assertThat(new Texts().get(Texts.SIMPLIFIED, january.named("lastfy").name()))
                .isEqualTo("2024 财年");
        assertThat(january.named("fy2025q4").from()).isEqualTo("2025-10-01");
    }

    @Test
    void quarters_and_months_are_offered_back_from_the_last_day() {
        List<List<Span>> offered = APRIL.offered(LocalDate.of(2022, 1, 3));

        assertThat(offered.get(1)).extracting(Span::code).startsWith("fy2025q3", "fy2025q2", "fy2025q1", "fy2024q4");
        assertThat(offered.get(2))
                .extracting(Span::code)
                .startsWith("2025-11", "2025-10")
                .endsWith("2024-11");
        assertThat(offered.get(0))
                .extracting(Span::code)
                .containsExactly("12m", "fy", "lastfy", "fy2023", "fy2022", "fy2021", "ytd");
    }

    @Test
    void what_the_ledger_has_no_day_of_is_not_offered() {
        List<List<Span>> offered = APRIL.offered(LocalDate.of(2025, 6, 30));

        assertThat(offered.get(0)).extracting(Span::code).containsExactly("12m", "fy", "ytd");
        assertThat(offered.get(1)).extracting(Span::code).containsExactly("fy2025q3", "fy2025q2", "fy2025q1");
        assertThat(offered.get(2)).extracting(Span::code).hasSize(6).endsWith("2025-06");
        assertThat(APRIL.offered(null)).extracting(List::size).containsExactly(3, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fy0", "fy9999", "fy99999999999", "0000-01", "2025-13", "q5", "fy2025q5", "'; drop"})
    void what_is_no_period_is_refused(String code) {
        assertThatThrownBy(() -> APRIL.named(code)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12", "fy2026", "fy2025q4"})
    void what_lies_after_the_data_is_refused_by_name(String code) {
        assertThatThrownBy(() -> APRIL.named(code)).hasMessage("period.afterData");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2025-11-15, 2024-04-01, 2024-11-15, 2024-08-15, 2025-03-31",
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29, 2025-01-01, 2025-01-31",
        "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28, 2024-01-01, 2024-01-31",
        "2024-11-16, 2025-11-15, 2023-11-16, 2024-11-15, 2023-11-16, 2024-11-15",
        "2023-03-01, 2024-02-29, 2022-03-01, 2023-02-28, 2022-03-01, 2023-02-28",
        "2025-01-10, 2025-01-10, 2024-01-10, 2024-01-10, 2025-01-09, 2025-01-09"
    })
    void the_year_before_and_the_period_before(
            LocalDate from, LocalDate to, LocalDate yearFrom, LocalDate yearTo, LocalDate before, LocalDate beforeTo) {
        Period period = new Period(from, to);

        assertThat(Versus.YEAR.of(period)).contains(new Period(yearFrom, yearTo));
        assertThat(Versus.BEFORE.of(period)).contains(new Period(before, beforeTo));
        assertThat(Versus.NONE.of(period)).isEmpty();
    }

    @Test
    void a_change_has_no_percentage_of_nothing_and_none_at_all_beyond_the_ledger() {
        assertThat(said(new Change(15_000_000L, 12_000_000L), true)).isEqualTo("year before: 1,200 (+300, +25.0 %)");
        assertThat(said(new Change(9_000_000L, 12_000_000L), true)).isEqualTo("year before: 1,200 (-300, -25.0 %)");
        assertThat(said(new Change(9_000_000L, 0L), true)).isEqualTo("year before: 0 (+900)");
        assertThat(said(new Change(9_000_000L, null), false)).isEqualTo("year before: not in the ledger");
        assertThat(said(new Change(null, 10_000L), true)).isEqualTo("year before: 1");
    }

    private static String said(Change change, boolean covered) {
        Period days = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));
        Chosen chosen = new Chosen(
                new Span("2025-01", Text.of("door.unknown"), days),
                days.to(),
                Versus.YEAR,
                days.yearBefore(),
                covered,
                List.of(),
                List.of(),
                Address.of("/portfolio"));
        return new Texts().get(Texts.ENGLISH, change.note(chosen, Shown::money));
    }
}
