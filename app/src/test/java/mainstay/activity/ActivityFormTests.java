package mainstay.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a form of an activity may say.
class ActivityFormTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final ActivityKind VISIT = new ActivityKind("visit", false);
    private static final ActivityKind COORDINATION = new ActivityKind("coordination", true);
    private static final List<ActivityKind> KINDS = List.of(VISIT, COORDINATION);

    private static ActivityForm form(String day, String time, String minutes, String notes) {
        return new ActivityForm(
                "A", "visit", "", day, time, "", minutes, "", "", notes, List.of(), List.of(), List.of(), "", "", "");
    }

    private static String refused(ActivityForm form) {
        return String.join(",", form.refusals(KINDS, NOW, BERLIN).keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, '', 30, ''",
        "2031-11-16, '', 30, ''",
        "2031-11-17, '', 30, day",
        "1899-12-31, '', 30, day",
        "0000-01-01, '', 30, day",
        "9999-12-31, '', 30, day",
        "2026-02-29, '', 30, day",
        "'', '', 30, day",
        "2026-11-16, 25:00, 30, time",
        "2026-11-16, soon, 30, time",
        "2026-11-16, 9:05, 30, ''",
        "2026-03-29, 02:30, 30, time",
        "2026-10-25, 02:30, 30, ''",
        "2026-11-16, '', 0, minutes",
        "2026-11-16, '', 1, ''",
        "2026-11-16, '', 1440, ''",
        "2026-11-16, '', 1441, minutes",
        "2026-11-16, '', NaN, minutes",
        "2026-11-16, '', -5, minutes",
        "2026-11-16, '', ３０, ''",
    })
    void days_times_and_durations_are_refused_at_their_field(String day, String time, String minutes, String wrong) {
        assertThat(refused(form(day, time, minutes, "seen"))).isEqualTo(wrong);
    }

    @Test
    void a_field_for_other_minutes_counts_over_the_button_beside_it() {
        assertThat(form("2026-11-16", "", "30,", "x").of("minutes")).isEqualTo("30");
        assertThat(form("2026-11-16", "", "30,45", "x").of("minutes")).isEqualTo("45");
        assertThat(form("2026-11-16", "", ",", "x").of("minutes")).isEmpty();
    }

    @Test
    void what_has_not_begun_is_planned_and_nothing_else() {
        ActivityForm later = form("2026-11-17", "", "30", "seen");
        ActivityMoment moment = later.moment(BERLIN).orElseThrow();
        assertThat(later.stateAt(moment, NOW, BERLIN)).isEqualTo(ActivityState.PLANNED);
        assertThat(form("2026-11-16", "10:00", "30", "x")
                        .stateAt(
                                form("2026-11-16", "10:00", "30", "x")
                                        .moment(BERLIN)
                                        .orElseThrow(),
                                NOW,
                                BERLIN))
                .isEqualTo(ActivityState.DONE);
        ActivityForm done = new ActivityForm(
                "A", "visit", "done", "2026-11-16", "10:01", "", "30", "", "", "x", null, null, null, "", "", "");
        assertThat(refused(done)).isEqualTo("state");
        ActivityForm cancelled = new ActivityForm(
                "A", "visit", "cancelled", "2026-11-16", "", "", "30", "", "", "x", null, null, null, "", "", "");
        assertThat(refused(cancelled)).isEqualTo("state");
    }

    @Test
    void texts_may_be_long_as_people_write_them_and_no_longer() {
        String emoji = "😀".repeat(ActivityForm.LONGEST_SUBJECT);
        ActivityForm form = new ActivityForm(
                "A", "visit", "", "2026-11-16", "", "", "30", "", emoji, "", null, null, null, "", "", "");
        assertThat(refused(form)).isEmpty();
        assertThat(refused(new ActivityForm(
                        "A",
                        "visit",
                        "",
                        "2026-11-16",
                        "",
                        "",
                        "30",
                        "",
                        emoji + "😀",
                        "",
                        null,
                        null,
                        null,
                        "",
                        "",
                        "")))
                .isEqualTo("subject");
        assertThat(refused(form("2026-11-16", "", "30", "ab\u202Ecd"))).contains("notes");
        assertThat(refused(form("2026-11-16", "", "30", "x".repeat(10_001)))).isEqualTo("notes");
        assertThat(refused(form("2026-11-16", "", "30", " \n "))).isEqualTo("notes");
        assertThat(form("2026-11-16", "", "30", "😀".repeat(200) + "\nmore").title())
                .isEqualTo("😀".repeat(120));
        assertThat(form("2026-11-16", "", "30", "مرحبا").title()).isEqualTo("مرحبا");
    }

    @Test
    void a_customer_needs_an_account_and_we_ourselves_do_not() {
        ActivityForm outside = new ActivityForm(
                "", "visit", "", "2026-11-16", "", "", "30", "", "x", "", null, null, null, "", "", "");
        assertThat(refused(outside)).isEqualTo("account");
        ActivityForm inside = new ActivityForm(
                "", "coordination", "", "2026-11-16", "", "", "30", "", "x", "", null, null, null, "", "", "");
        assertThat(refused(inside)).isEmpty();
        ActivityForm unknown = new ActivityForm(
                "", "party", "", "2026-11-16", "", "", "30", "", "x", "", null, null, null, "", "", "");
        assertThat(refused(unknown)).isEqualTo("kind");
    }

    @Test
    void programs_say_the_moment_itself() {
        ActivityForm form = new ActivityForm(
                "A", "visit", "", "", "", "2026-10-25T02:30:00+01:00", "60", "", "x", "", null, null, null, "", "", "");
        assertThat(refused(form)).isEmpty();
        assertThat(form.moment(BERLIN).orElseThrow().startsAt()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(refused(new ActivityForm(
                        "A",
                        "visit",
                        "",
                        "",
                        "",
                        "+999999999-01-01T00:00:00Z",
                        "60",
                        "",
                        "x",
                        "",
                        null,
                        null,
                        null,
                        "",
                        "",
                        "")))
                .isEqualTo("day");
    }

    /// Worked out by hand: on 25 October 2026 clocks in Berlin show the hour from two to three twice.
    @Test
    void minutes_are_shared_out_to_days_by_moments() {
        ActivityWish wish = new ActivityWish(
                null,
                COORDINATION,
                ActivityState.DONE,
                new ActivityMoment(false, LocalDate.of(2026, 10, 24), Instant.parse("2026-10-24T21:00:00Z")),
                1440,
                15,
                "x",
                null,
                null,
                List.of(1L),
                List.of(),
                List.of());
        assertThat(ActivityBook.shares(wish, BERLIN))
                .isEqualTo(Map.of(LocalDate.of(2026, 10, 24), 60L + 15, LocalDate.of(2026, 10, 25), 1380L));
    }
}
