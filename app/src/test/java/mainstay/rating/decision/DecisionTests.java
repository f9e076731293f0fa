package mainstay.rating.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.rating.Rating;
import mainstay.rating.Ratings;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Stars that a person sets count for their time and no longer; key accounts of the firm are appointed.
@Story
class DecisionTests {

    @Autowired
    DecisionDesk desk;

    @Autowired
    Ratings ratings;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportDesk imports;

    @Autowired
    MergeBench merges;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    MockMvc web;

    @TempDir
    Path files;

    private AccountCard big;

    @BeforeEach
    void two_accounts() throws IOException {
        clock.reset();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from rating.override",
                "delete from rating.appointment",
                "delete from approvals.remark",
                "delete from approvals.step",
                "delete from approvals.request");
        Path file = Files.writeString(
                files.resolve("sales.csv"),
                "customer,document,date,amount\nBIG,1,2026-11-01,1000\nTINY,2,2026-11-02,10\n");
        Acting.asOperator(() -> imports.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        ratings.ensureCurrent();
        cast.administrator();
        big = cast.as(cast.director(), () -> accounts.byCode("BIG").orElseThrow());
    }

    private Rating rating() {
        ratings.ensureCurrent();
        return cast.as(cast.director(), () -> ratings.of(big.id())).orElseThrow();
    }

    private void grant() throws Exception {
        long request = cast.as(cast.director(), () -> desk.of(big.id())).overrides().stream()
                .filter(SetStars::isPending)
                .map(SetStars::approvalId)
                .findFirst()
                .orElseThrow();
        decide(cast.administrator(), request);
    }

    private void decide(User who, long request) throws Exception {
        web.perform(post("/approvals/" + request + "/decisions")
                        .param("decision", "granted")
                        .with(cast.signedIn(who)))
                .andExpect(status().is3xxRedirection());
    }

    private void ask(int stars, LocalDate until) {
        cast.as(cast.director(), () -> {
            desk.override(big, stars, "an alliance is being prepared", until);
            return null;
        });
    }

    @Test
    void set_stars_count_once_approved_and_end_by_themselves() throws Exception {
        Rating before = rating();
        ask(3, LocalDate.of(2026, 12, 31));
        assertThat(rating().heldStars()).as("not approved yet").isNull();

        grant();
        Rating set = rating();
        assertThat(set.stars()).isEqualTo(3);
        assertThat(set.hollow()).as("somebody vouches for it").isFalse();
        assertThat(set.heldStars()).isEqualTo(before.stars());
        assertThat(set.score()).isEqualTo(before.score());

        clock.advance(Duration.ofDays(46));
        assertThat(rating().heldStars()).as("1 January").isNull();
        assertThat(rating().stars()).isEqualTo(before.stars());
    }

    @Test
    void they_can_be_ended_before_their_time() throws Exception {
        ask(1, LocalDate.of(2026, 12, 31));
        grant();
        assertThat(rating().stars()).isEqualTo(1);
        SetStars set = cast.as(cast.director(), () -> desk.of(big.id()).inForce());
        assertThat(set).isNotNull();
        cast.as(cast.director(), () -> {
            desk.stop(big, Objects.requireNonNull(set).id());
            return null;
        });
        assertThat(rating().heldStars()).isNull();
    }

    @Test
    void a_newer_one_ends_the_one_before_for_good() throws Exception {
        ask(3, LocalDate.of(2027, 1, 31));
        grant();
        ask(2, LocalDate.of(2026, 12, 31));
        grant();
        assertThat(rating().stars()).isEqualTo(2);
        clock.advance(Duration.ofDays(50));
        assertThat(rating().heldStars()).as("5 January: neither counts").isNull();
    }

    @Test
    void one_that_is_approved_too_late_ends_nothing() throws Exception {
        ask(3, LocalDate.of(2026, 12, 31));
        grant();
        ask(2, LocalDate.of(2026, 11, 20));
        assertThatThrownBy(() -> ask(4, LocalDate.of(2026, 12, 1))).hasMessage("approvals.pendingAlready");
        clock.advance(Duration.ofDays(6));
        long late = Objects.requireNonNull(Objects.requireNonNull(
                        cast.as(cast.director(), () -> desk.of(big.id()).wanted()))
                .approvalId());
        web.perform(post("/approvals/" + late + "/decisions")
                        .param("decision", "granted")
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().isConflict());
        assertThat(rating().stars()).isEqualTo(3);
    }

    @Test
    void a_yes_to_what_was_asked_for_a_merged_account_is_none_to_what_is_asked_for_the_other() throws Exception {
        AccountCard tiny =
                cast.as(cast.director(), () -> accounts.byCode("TINY").orElseThrow());
        ask(1, LocalDate.of(2026, 12, 31));
        propose("They buy every week.");
        long stars = cast.as(cast.director(), () -> {
            desk.override(tiny, 4, "they belong to the one that counts", LocalDate.of(2026, 12, 31));
            desk.propose(tiny, "They belong to the one that counts.");
            return Objects.requireNonNull(
                    Objects.requireNonNull(desk.of(tiny.id()).wanted()).approvalId());
        });
        long promotion = Objects.requireNonNull(Objects.requireNonNull(
                        cast.as(cast.director(), () -> desk.of(tiny.id()).proposed()))
                .approvalId());
        long merge = merges.merge("BIG", "TINY").orElseThrow();
        try {
            decide(cast.administrator(), stars);
            decide(cast.administrator(), promotion);

            Decisions now = cast.as(cast.director(), () -> desk.of(big.id()));
            assertThat(Objects.requireNonNull(now.inForce()).stars()).isEqualTo(4);
            assertThat(Objects.requireNonNull(now.wanted()).stars())
                    .as("nobody has said yes to it")
                    .isEqualTo(1);
            assertThat(Objects.requireNonNull(now.appointed()).approvalId()).isEqualTo(promotion);
            assertThat(Objects.requireNonNull(now.proposed()).evidence()).isEqualTo("They buy every week.");
        } finally {
            merges.undo(merge);
        }
    }

    @Test
    void the_same_is_not_asked_for_twice() {
        ask(4, LocalDate.of(2026, 12, 31));
        assertThatThrownBy(() -> ask(4, LocalDate.of(2026, 12, 31))).hasMessage("approvals.pendingAlready");
        propose("an alliance is being prepared");
        assertThatThrownBy(() -> propose("an alliance is being prepared")).hasMessage("decision.proposedAlready");
    }

    @Test
    void an_override_has_a_reason_and_an_end() {
        assertThatThrownBy(() -> ask(5, LocalDate.of(2026, 12, 31))).hasMessage("decision.badStars");
        assertThatThrownBy(() -> ask(3, LocalDate.of(2026, 11, 15))).hasMessage("decision.badEnd");
        assertThatThrownBy(() -> ask(3, LocalDate.of(2028, 1, 1))).hasMessage("decision.badEnd");
        assertThat(cast.as(cast.director(), () -> desk.of(big.id())).wanted()).isNull();
    }

    @Test
    void what_cannot_be_taken_is_said_on_the_page_of_the_account() throws Exception {
        for (String until : new String[] {"", "someday", "1800-01-01", "2999-01-01"}) {
            web.perform(post("/accounts/BIG/overrides")
                            .param("stars", "3")
                            .param("reason", "why not")
                            .param("until", until)
                            .with(cast.signedIn(cast.director())))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(flash().attributeExists("flash"));
        }
        assertThat(cast.as(cast.director(), () -> desk.of(big.id())).wanted()).isNull();
    }

    @Test
    void a_key_account_is_proposed_with_evidence_approved_and_dismissed_with_a_reason() throws Exception {
        propose("They buy every week and pay.");
        assertThatThrownBy(() -> propose("again")).hasMessage("decision.proposedAlready");
        Appointment proposed = cast.as(cast.director(), () -> desk.of(big.id()).proposed());
        assertThat(proposed).isNotNull();
        decide(
                cast.administrator(),
                Objects.requireNonNull(Objects.requireNonNull(proposed).approvalId()));
        Appointment appointed = cast.as(cast.director(), () -> desk.of(big.id()).appointed());
        assertThat(appointed)
                .isNotNull()
                .matches(one -> LocalDate.of(2026, 11, 16).equals(one.fromDay()));
        assertThatThrownBy(() -> propose("once more")).hasMessage("decision.isKey");
        web.perform(get("/accounts/BIG/rating").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Looked after as a key account since Nov 16, 2026")));
        cast.as(cast.director(), () -> {
            desk.dismiss(big, Objects.requireNonNull(appointed).id(), "left the region");
            return null;
        });
        assertThat(cast.as(cast.director(), () -> desk.of(big.id()).appointed()))
                .isNull();
    }

    private void propose(String evidence) {
        cast.as(cast.director(), () -> {
            desk.propose(big, evidence);
            return null;
        });
    }
}
