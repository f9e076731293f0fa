package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.rating.AssessmentGaps.Gap;
import mainstay.rating.model.Criterion;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Who knows a key account is asked what nobody has said of it, or not for a year. Each account has a test of its own.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentGapsTests {

    private static final int OTHERS = 6;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    AssessmentGaps gaps;

    @Autowired
    Ratings ratings;

    @Autowired
    Models models;

    @Autowired
    List<WorkSource> sources;

    @BeforeAll
    void three_key_accounts_and_a_small_one(@Autowired ImportDesk desk) throws Exception {
        SmallFiles.bring(desk, Kind.SALES, """
                customer,customerName,document,date,amount
                ALDER,Alder,1,2026-06-10,400
                BIRCH,Birch,2,2026-06-10,300
                CEDAR,Cedar,3,2026-06-10,280
                TWIG,Twig,4,2026-06-10,20
                """);
        assess("ALDER", "philosophy", "2026-11-10");
        assess("BIRCH", "philosophy", "2025-01-02");
        assess("BIRCH", "capital", "2025-03-04");
        for (String criterion : assessed()) {
            assess("CEDAR", criterion, "2026-11-10");
        }
        assess("TWIG", "philosophy", "2025-01-02");
        ratings.ensureCurrent();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private List<String> assessed() {
        return Acting.asOperator(models::inForce).criteria().stream()
                .filter(Criterion::assessed)
                .map(Criterion::code)
                .toList();
    }

    private void assess(String code, String criterion, String day) throws Exception {
        web.perform(post("/accounts/{code}/assessments", code)
                        .param("criterion", criterion)
                        .param("mark", "4")
                        .param("evidence", "Seen on the last visit.")
                        .param("assessedOn", day)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/accounts/" + code + "/rating"));
    }

    private List<Gap> found() {
        LocalDate yearAgo = LocalDate.now(clock).minusYears(1);
        return Acting.asOperator(() -> gaps.since(yearAgo, 10));
    }

    private Gap gap(String code) {
        return found().stream()
                .filter(gap -> gap.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Work> asked(User user, String code) {
        WorkSource rule = sources.stream()
                .filter(source -> source.rules().contains("assessment-due"))
                .findFirst()
                .orElseThrow();
        return cast.as(user, rule::work).stream()
                .filter(work -> work.subject().equals(code))
                .toList();
    }

    @Test
    void what_nobody_ever_said_is_missing() {
        assertThat(gap("ALDER")).isEqualTo(new Gap("ALDER", "Alder", 400_0000L, OTHERS, 0, null));

        assertThat(asked(cast.director(), "ALDER")).singleElement().satisfies(work -> {
            assertThat(work.titleArguments()).containsExactly("Alder");
            assertThat(work.reasonKey()).isEqualTo("work.assess.missing");
            assertThat(work.reasonArguments()).containsExactly(OTHERS);
            assertThat(work.link()).contains("/accounts/ALDER/rating");
            assertThat(work.since()).isNull();
        });
        assertThat(asked(cast.controller(), "ALDER")).isEmpty();
    }

    @Test
    void what_was_said_more_than_a_year_ago_is_old_beside_what_is_missing() {
        LocalDate oldest = LocalDate.of(2025, 1, 2);
        assertThat(gap("BIRCH")).isEqualTo(new Gap("BIRCH", "Birch", 300_0000L, OTHERS - 1, 2, oldest));

        assertThat(asked(cast.director(), "BIRCH")).singleElement().satisfies(work -> {
            assertThat(work.reasonKey()).isEqualTo("work.assess.both");
            assertThat(work.reasonArguments()).containsExactly(OTHERS - 1, 2, oldest);
            assertThat(work.since()).isEqualTo(oldest);
        });
    }

    @Test
    void a_mark_is_old_on_the_day_after_its_anniversary_and_the_question_is_gone_after_the_next() throws Exception {
        assertThat(asked(cast.director(), "CEDAR")).isEmpty();

        clock.setTo(Instant.parse("2027-11-10T01:00:00Z"));
        assertThat(asked(cast.director(), "CEDAR")).as("a year to the day").isEmpty();

        clock.setTo(Instant.parse("2027-11-11T01:00:00Z"));
        assertThat(asked(cast.director(), "CEDAR")).singleElement().satisfies(work -> {
            assertThat(work.reasonKey()).isEqualTo("work.assess.old");
            assertThat(work.reasonArguments()).containsExactly(0, OTHERS + 1, LocalDate.of(2026, 11, 10));
        });
        for (String criterion : assessed()) {
            assertThat(asked(cast.director(), "CEDAR"))
                    .as("before " + criterion)
                    .hasSize(1);
            assess("CEDAR", criterion, "2027-11-11");
        }
        assertThat(asked(cast.director(), "CEDAR")).isEmpty();
    }

    @Test
    void who_is_no_key_account_is_asked_about_by_nobody() {
        assertThat(found()).extracting(Gap::code).contains("ALDER", "BIRCH").doesNotContain("TWIG");
        assertThat(asked(cast.director(), "TWIG")).isEmpty();
    }

    @Test
    void the_largest_stand_first() {
        List<String> codes = found().stream().map(Gap::code).toList();
        assertThat(codes.indexOf("ALDER")).isLessThan(codes.indexOf("BIRCH"));
        assertThat(Acting.asOperator(() -> gaps.since(LocalDate.of(2026, 1, 1), 1)))
                .extracting(Gap::code)
                .containsExactly("ALDER");
    }
}
