package mainstay.rating.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import mainstay.approvals.Approval;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.rating.Preview;
import mainstay.rating.Ratings;
import mainstay.testing.Cast;
import mainstay.testing.HeldLock;
import mainstay.testing.SmallFiles;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A director drafts a model and tries it, a second person publishes it, and the ratings follow.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelStoryTests {

    @Autowired
    ModelDesk desk;

    @Autowired
    Preview preview;

    @Autowired
    Ratings ratings;

    @Autowired
    ImportDesk imports;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    StandingClock clock;

    @TempDir
    Path files;

    private User wang() {
        return cast.director();
    }

    private <T> T asWang(Supplier<T> work) {
        return cast.as(wang(), work);
    }

    private Map<String, String> form(int version) {
        return new HashMap<>(DraftForm.of(asWang(() -> desk.model(version)), "only size counts")
                .fields());
    }

    /// Everything for revenue: 100 points for the largest of three, 50 and 0 for the others.
    private Map<String, String> onlySize(int version) {
        Map<String, String> fields = form(version);
        KnownCriterion.ALL.forEach(criterion -> fields.put("weight." + criterion.code(), ""));
        fields.put("weight.revenue", "100");
        DraftForm.TIERS.forEach(stars -> {
            for (int gate = 1; gate <= DraftForm.GATES; gate++) {
                fields.put("gate." + stars + "." + gate + ".subject", "");
                fields.put("gate." + stars + "." + gate + ".minimum", "");
            }
        });
        return fields;
    }

    @Test
    @Order(1)
    void a_draft_begins_as_a_copy_and_changes_only_as_a_whole() throws IOException {
        cast.administrator();
        StringBuilder rows = new StringBuilder("customer,document,date,product,amount,cost\n");
        for (int month = 1; month <= 30; month++) {
            String day = LocalDate.of(2024, 1, 15).plusMonths(month - 1L).toString();
            rows.append("BIG,B%1$d,%2$s,P1,10000,6000\nMID,M%1$d,%2$s,P1,5000,3000\nTINY,T%1$d,%2$s,P1,100,90\n"
                    .formatted(month, day));
        }
        Path file = Files.writeString(files.resolve("sales.csv"), rows);
        Acting.asOperator(() -> imports.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        ratings.ensureCurrent();

        assertThat(KnownCriterion.ALL.stream().filter(known -> !known.own()))
                .as("the form offers what is measured, as the model that comes along uses it")
                .extracting(KnownCriterion::code, KnownCriterion::group, KnownCriterion::unit)
                .containsExactlyElementsOf(asWang(() -> desk.model(1)).criteria().stream()
                        .map(criterion -> tuple(criterion.code(), criterion.group(), criterion.unit()))
                        .toList());

        int draft = asWang(() -> desk.draft(1));
        assertThat(draft).isEqualTo(2);
        assertThat(asWang(() -> desk.model(2)).criteria())
                .isEqualTo(asWang(() -> desk.model(1)).criteria());

        Map<String, String> bad = form(2);
        bad.put("weight.revenue", "90");
        assertThat(asWang(() -> desk.change(2, new DraftForm(bad), 0))).containsKey("weights");
        assertThat(asWang(() -> desk.version(2)).edits()).isZero();

        assertThat(asWang(() -> desk.change(2, new DraftForm(onlySize(2)), 0))).isEmpty();
        assertThatThrownBy(() -> asWang(() -> desk.change(2, new DraftForm(onlySize(2)), 0)))
                .as("somebody was faster")
                .hasMessage("model.overtaken");
        assertThatThrownBy(() -> asWang(() -> desk.change(1, new DraftForm(onlySize(2)), 0)))
                .hasMessage("model.noDraft");
    }

    @Test
    @Order(2)
    void it_is_tried_before_it_is_published() {
        assertThatThrownBy(() -> asWang(() -> desk.publish(2, "why not"))).hasMessage("model.notTried");

        TrialResult result = tried(2);

        assertThat(result.accounts()).isEqualTo(3);
        assertThat(result.at(0, 4)).as("hollow under the model in force").isEqualTo(1);
        assertThat(result.movers()).isEqualTo(3);
        assertThat(result.strongest()).extracting(TrialResult.Mover::code).containsExactly("BIG", "MID", "TINY");
        TrialResult.LookBack lookBack = Objects.requireNonNull(result.lookBack());
        assertThat(lookBack.today()).isEqualTo(2);
        assertThat(lookBack.byRule().misses()).isEmpty();
        assertThat(lookBack.byRule().precision()).isEqualTo(1);
        assertThat(lookBack.byStars().misses()).containsExactly("MID");
        assertThat(lookBack.byStars().recall(lookBack.today())).isEqualTo(0.5);
    }

    private TrialResult tried(int version) {
        asWang(() -> {
            desk.attempt(version);
            return null;
        });
        return finished(version);
    }

    private TrialResult finished(int version) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> asWang(() -> desk.trial(version))
                        .filter(trial -> !trial.isRunning())
                        .isPresent());
        TrialResult result = asWang(() -> desk.trial(version)).orElseThrow().result();
        assertThat(result).isNotNull();
        return Objects.requireNonNull(result);
    }

    @Test
    @Order(3)
    void a_gate_that_nobody_passes_keeps_it_from_publication() {
        Map<String, String> shut = onlySize(2);
        shut.put("weight.revenue", "90");
        shut.put("weight.growth", "10");
        shut.put("zeroAt.growth", "500");
        shut.put("hundredAt.growth", "900");
        shut.put("gate.4.1.subject", "group:sales");
        shut.put("gate.4.1.minimum", "91");
        assertThat(asWang(() -> desk.change(2, new DraftForm(shut), 1))).isEmpty();
        assertThat(tried(2).shut()).containsExactly(new TrialResult.Shut(4, "group:sales", 91));
        assertThatThrownBy(() -> asWang(() -> desk.publish(2, "why not"))).hasMessage("model.shutGates");

        assertThatThrownBy(() -> asWang(() -> desk.draft(99))).hasMessage("model.unknown");
        asWang(() -> desk.change(2, new DraftForm(onlySize(2)), 2));
        assertThatThrownBy(() -> asWang(() -> desk.publish(2, "why not")))
                .as("tried, but not as it stands now")
                .hasMessage("model.notTried");
    }

    @Test
    @Order(4)
    void a_second_person_publishes_it_and_the_ratings_follow() throws Exception {
        tried(2);
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> asWang(() -> desk.publish(2, "size is what counts here")))
                .as("what it would do was found the day before yesterday")
                .hasMessage("model.staleTrial");

        tried(2);
        Approval asked = asWang(() -> desk.publish(2, "size is what counts here"));
        assertThat(asked.isPending()).isTrue();
        assertThatThrownBy(() -> asWang(() -> desk.change(2, new DraftForm(onlySize(2)), 3)))
                .hasMessage("model.waits");
        assertThat(inForce()).isEqualTo(1);

        clock.advance(Duration.ofHours(25));
        answer(cast.administrator(), asked)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("What draft 2 would do is not known any more")));
        assertThat(inForce()).as("nothing was decided").isEqualTo(1);
        assertThat(asWang(() -> desk.request(2)).orElseThrow().isPending()).isTrue();
        tried(2);
        web.perform(get(asked.path()).locale(Locale.ENGLISH).with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("What a yes would do")))
                .andExpect(
                        content().string(containsString("Business guidance would take 56 hours a year instead of 0")));
        answer(cast.administrator(), asked).andExpect(status().is3xxRedirection());

        assertThat(inForce()).isEqualTo(2);
        assertThat(ratings.ensureCurrent()).isTrue();
        web.perform(get("/accounts/BIG/rating").locale(Locale.ENGLISH).with(cast.signedIn(wang())))
                .andExpect(content().string(containsString("★★★★")))
                .andExpect(content().string(containsString("Version 2 of the model rates here now")));
        web.perform(get("/accounts/BIG/timeline").locale(Locale.ENGLISH).with(cast.signedIn(wang())))
                .andExpect(content().string(containsString("With version 2 of the rating model enough is known")))
                .andExpect(content().string(not(containsString("Enough is known now"))));
        web.perform(get("/portfolio?group=false").locale(Locale.ENGLISH).with(cast.signedIn(wang())))
                .andExpect(content().string(containsString("Version 2 of the model rates since")))
                .andExpect(content().string(containsString("Movers (0)")));
    }

    private ResultActions answer(User who, Approval asked) throws Exception {
        cast.administrator();
        return web.perform(post(asked.path() + "/decisions")
                .param("decision", "granted")
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(who)));
    }

    private int inForce() {
        return asWang(() -> preview.inForce().version());
    }

    @Test
    @Order(5)
    void a_retired_model_gives_way_to_the_one_before() {
        assertThatThrownBy(() -> asWang(() -> desk.change(2, new DraftForm(onlySize(2)), 3)))
                .hasMessage("model.noDraft");
        asWang(() -> {
            desk.retire(2, "back to the old one");
            return null;
        });
        assertThat(inForce()).isEqualTo(1);
        assertThat(ratings.ensureCurrent()).isTrue();
        assertThatThrownBy(() -> asWang(() -> {
                    desk.retire(1, "none is better");
                    return null;
                }))
                .hasMessage("model.lastOne");
    }

    @Test
    @Order(6)
    void the_pages_show_fields_and_what_is_wrong_with_them() throws Exception {
        web.perform(page(get("/settings/models")))
                .andExpect(content().string(containsString("Model 2")))
                .andExpect(content().string(containsString("王总")))
                .andExpect(content().string(not(containsString("by wang"))));
        web.perform(page(post("/settings/models").param("base", "1"))).andExpect(status().is3xxRedirection());
        web.perform(page(get("/settings/models/3")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("weight.onTime")));
        web.perform(page(post("/settings/models/3").param("edits", "0").param("weight.revenue", "x")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give a number from 0 to 100")))
                .andExpect(
                        content().string(containsString("<a href=\"#weight.revenue\">Weight: Revenue, 12 months</a>")))
                .andExpect(content()
                        .string(matchesRegex("(?s).*is-invalid\" id=\"weight.revenue\"[^>]* autofocus[^>]*"
                                + "aria-invalid=\"true\" aria-describedby=\"weight.revenue-wrong\".*")));
        web.perform(page(post("/settings/models/3/discard"))).andExpect(status().is3xxRedirection());
        web.perform(page(get("/settings/models/3"))).andExpect(status().isNotFound());
        web.perform(get("/settings/models").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isForbidden());
    }

    @Test
    @Order(7)
    void key_accounts_by_approval_are_looked_for_among_those_of_a_year_before() {
        int draft = asWang(() -> desk.draft(1));
        assertThat(lookBack(draft).today()).isEqualTo(2);

        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into rating.appointment (account_id, evidence, found, asked_by, asked_on, status, from_day)
                select id, 'grows with us', 'none', 'wang', '2026-01-01', 'granted', '2026-01-02'
                from accounts.account where code = 'TINY'
                """);

        assertThat(lookBack(draft).today()).isEqualTo(3);
        assertThat(lookBack(draft).byRule().misses()).containsExactly("TINY");
        asWang(() -> {
            desk.discard(draft);
            return null;
        });
    }

    private TrialResult.LookBack lookBack(int draft) {
        return Objects.requireNonNull(tried(draft).lookBack());
    }

    @Test
    @Order(8)
    void a_trial_reads_one_state_whatever_is_imported_meanwhile() throws Exception {
        int draft = asWang(() -> desk.draft(1));
        try (HeldLock decisions = HeldLock.of("lock table rating.override in access exclusive mode")) {
            asWang(() -> {
                desk.attempt(draft);
                return null;
            });
            decisions.awaitsSomebody(new CompletableFuture<>());
            SmallFiles.bring(imports, Kind.SALES, """
                    customer,document,date,product,amount,cost
                    HUGE,H1,2026-06-10,P1,9000000,1000
                    """);
        }
        TrialResult result = finished(draft);

        assertThat(result.accounts()).isEqualTo(3);
        assertThat(Objects.requireNonNull(result.lookBack()).today())
                .as("as if nobody had bought more than all others together meanwhile")
                .isEqualTo(3);
    }

    @Test
    @Order(9)
    void a_trial_is_stale_once_the_ledger_has_come_to_another_day() {
        int draft = asWang(() -> desk.draft(1));
        tried(draft);
        SmallFiles.bring(imports, Kind.SALES, """
                customer,document,date,product,amount,cost
                BIG,NEXT,2026-06-30,P1,1000,600
                """);
        assertThatThrownBy(() -> asWang(() -> desk.publish(draft, "why not"))).hasMessage("model.staleTrial");
    }

    private MockHttpServletRequestBuilder page(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.ENGLISH).with(cast.signedIn(wang()));
    }
}
