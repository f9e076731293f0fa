package mainstay.accounts.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a form of a person takes, and what it says where it does not.
class PersonFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static PersonForm named(String name) {
        return new PersonForm(name, "", "", null, null, null, null, null, null, null, "", "", "");
    }

    private static PersonForm reached(String kind, String value) {
        return new PersonForm(
                "Li", "", "", List.of(kind), List.of(value), List.of(""), null, null, null, null, "", "", "");
    }

    private static PersonForm born(String month, String day) {
        return new PersonForm(
                "Li",
                "",
                "",
                null,
                null,
                null,
                List.of("birthday"),
                List.of(month),
                List.of(day),
                List.of(""),
                "",
                "",
                "");
    }

    private static PositionForm position(String from, String until) {
        return new PositionForm("", "", "", "quality", from, until, "", "");
    }

    @Test
    void names_of_any_script_are_taken_up_to_300_characters() {
        for (String name : List.of("王".repeat(300), "😀 Ödön", "محمد", "O'Neil-Łukasz", "А")) {
            assertThat(named(name).refusals()).as(name).isEmpty();
        }
        for (String name : List.of("", "  ", "王".repeat(301), "turned \u202E", "nothing \u0000")) {
            assertThat(named(name).refusals()).as(name).containsOnlyKeys("name");
        }
    }

    @Test
    void a_leap_day_is_a_day_and_the_30th_of_february_is_none() {
        assertThat(born("2", "29").refusals()).isEmpty();
        assertThat(born("02", "07").wish().days().getFirst().day()).isEqualTo(MonthDay.of(2, 7));
        for (String day : List.of("30", "31", "0", "-1", "99", "x", "")) {
            assertThat(born("2", day).refusals()).as(day).containsOnlyKeys("dates");
        }
    }

    @Test
    void a_leap_day_comes_on_the_28th_where_the_year_has_none() {
        YearlyDay leap = new YearlyDay("birthday", MonthDay.of(2, 29), null);
        assertThat(leap.next(TODAY)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(leap.next(LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(leap.next(LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(leap.shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("2月29日");
    }

    @Test
    void phones_and_mails_are_looked_at() {
        for (String phone : List.of("+86 138-0013-8000", "021 5555 转 12", "(0755) 123456", "１３８００１３８０００")) {
            assertThat(reached("phone", phone).refusals()).as(phone).isEmpty();
        }
        for (String phone : List.of("call me", "1234", "<b>12345</b>")) {
            assertThat(reached("phone", phone).refusals()).as(phone).containsOnlyKeys("contacts");
        }
        assertThat(reached("mail", "wang@example.com").refusals()).isEmpty();
        assertThat(reached("mail", "wang@example").refusals()).containsOnlyKeys("contacts");
        assertThat(reached("pigeon", "x").refusals()).containsOnlyKeys("contacts");
        assertThat(ContactKind.PHONE.folded("+86 138-0013-8000")).isEqualTo(ContactKind.PHONE.folded("138 0013 8000"));
    }

    @Test
    void positions_begin_after_1900_and_end_after_they_begin() {
        assertThat(position("1900-01-01", "").refusals(TODAY)).isEmpty();
        assertThat(position("", "").refusals(TODAY)).isEmpty();
        assertThat(position("1899-12-31", "").refusals(TODAY)).containsOnlyKeys("fromOn");
        assertThat(position("2025-02-29", "").refusals(TODAY)).containsOnlyKeys("fromOn");
        assertThat(position("2025-02-01", "2025-01-31").refusals(TODAY)).containsOnlyKeys("untilOn");
        assertThat(position("2040-01-01", "").refusals(TODAY)).containsOnlyKeys("fromOn");
    }

    @Test
    void a_name_is_alike_in_chinese_in_pinyin_and_either_way_round() {
        PersonKeys chinese = PersonKeys.of(named("王伟").wish(), List.of());
        for (String other : List.of("王偉", "Wang Wei", "Wei Wang", "wei WANG")) {
            assertThat(PersonKeys.of(named(other).wish(), List.of()).alike())
                    .as(other)
                    .containsAnyElementsOf(chinese.alike());
        }
        assertThat(PersonKeys.of(named("王薇薇").wish(), List.of()).alike()).doesNotContainAnyElementsOf(chinese.alike());
    }

    @Test
    void a_submission_that_is_none_gets_a_new_number() {
        assertThat(named("x").submissionOrNew()).isInstanceOf(UUID.class);
    }
}
