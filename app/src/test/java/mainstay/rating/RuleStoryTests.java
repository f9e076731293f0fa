package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.value.ValueRules;
import mainstay.portfolio.value.ValueSettings;
import mainstay.portfolio.value.Values;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A firm sets what serving costs and how large a key account is.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RuleStoryTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Rules rules;

    @Autowired
    Ratings ratings;

    @Autowired
    KeyAccounts keyAccounts;

    @Autowired
    Timeline timeline;

    @Autowired
    CostToServe costs;

    @Autowired
    Portfolio portfolio;

    @Autowired
    ValueRules values;

    @Autowired
    Values valuation;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @TempDir Path files) throws IOException {
        Path file = Files.writeString(files.resolve("sales.csv"), """
                customer,document,date,amount,cost
                BIG,B1,2025-01-10,700,400
                MID,M1,2025-01-11,200,100
                LOW,L1,2025-01-12,100,80
                """);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        ratings.ensureCurrent();
    }

    private ResultActions set(User user, String... namesAndValues) throws Exception {
        return setSeen(Acting.asOperator(rules::revision), user, namesAndValues);
    }

    private ResultActions setSeen(long revision, User user, String... namesAndValues) throws Exception {
        var request = post("/settings/rules").with(cast.signedIn(user)).param("revision", String.valueOf(revision));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return web.perform(request);
    }

    private List<String> keyCodes() {
        return Acting.asOperator(() -> keyAccounts.key(false)).stream()
                .map(KeyAccount::code)
                .toList();
    }

    private @Nullable Integer losing() {
        return Acting.asOperator(() -> portfolio.report(PortfolioQuery.DEFAULT))
                .whale()
                .unprofitableAccounts();
    }

    @Test
    @Order(1)
    void key_accounts_follow_the_limits() throws Exception {
        assertThat(keyCodes()).containsExactly("BIG", "MID");

        set(cast.director(), "minimum", "25").andExpect(redirectedUrl("/settings/rules"));

        assertThat(ratings.ensureCurrent()).isTrue();
        assertThat(keyCodes()).containsExactly("BIG");
    }

    @Test
    @Order(2)
    void profit_follows_what_serving_costs_and_an_empty_field_is_unset() throws Exception {
        set(cast.administrator(), "perOrder", "30.5", "perLine", " ").andExpect(redirectedUrl("/settings/rules"));

        CostToServe.Rates rates = Acting.asOperator(costs::rates);
        assertThat(rates).isEqualTo(new CostToServe.Rates(305_000L, null, null, null));
        assertThat(losing()).isEqualTo(1);

        set(cast.administrator(), "perOrder", "").andExpect(redirectedUrl("/settings/rules"));
        assertThat(Acting.asOperator(costs::rates).perOrder()).isNull();
        assertThat(losing()).isZero();
    }

    @Test
    @Order(3)
    void the_timeline_says_who_changed_what() throws Exception {
        assertThat(cast.as(cast.director(), () -> timeline.ofFirm(10)))
                .filteredOn(entry -> entry.kind().equals("rule.minimum"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo(Map.of("from", "1", "to", "25")))
                .satisfies(entry ->
                        assertThat(entry.actor()).isEqualTo(cast.director().name()));
        web.perform(get("/settings/rules").with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Least share of a key account changed from 1 to 25 %.")))
                .andExpect(content().string(containsString("Cost of an order changed from none to 30.5.")));
    }

    @Test
    @Order(4)
    void a_change_stays_on_the_page_however_much_else_happens() throws Exception {
        Acting.asOperator(() -> {
            IntStream.range(0, 210)
                    .forEach(each -> timeline.note(null, "userAdded", Map.of("name", "x", "role", "agent")));
            return true;
        });

        web.perform(get("/settings/rules").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Least share of a key account changed from 1 to 25 %.")));
    }

    @Test
    @Order(4)
    void what_cannot_be_taken_is_said_in_words_and_nothing_is_stored() throws Exception {
        Map<Rule, String> before = Acting.asOperator(rules::inForce);

        set(cast.director(), "minimum", "101", "most", "2.5", "credit", "", "perLine", "much", "perOrder", "7")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("a number from 0 to 100, with 2 decimals at most.")))
                .andExpect(content().string(containsString("a number from 1 to 10000, with no decimals.")))
                .andExpect(content().string(containsString("4 decimals at most, or empty.")))
                .andExpect(content().string(containsString("value=\"much\"")));

        assertThat(Acting.asOperator(rules::inForce)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void nobody_else_sees_or_sets_the_rules() throws Exception {
        for (Role role : List.of(Role.CONTROLLER, Role.KAM, Role.AGENT, Role.VIEWER)) {
            set(cast.withRole(role), "minimum", "5").andExpect(status().isForbidden());
            web.perform(get("/settings/rules").with(cast.signedIn(cast.withRole(role))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    @Order(6)
    void the_database_keeps_them_from_others_too() {
        Map<Rule, String> before = Acting.asOperator(rules::inForce);
        cast.as(cast.controller(), () -> {
            rules.enact(Map.copyOf(changed(before)));
            return before;
        });

        assertThat(Acting.asOperator(rules::inForce)).isEqualTo(before);
    }

    @Test
    @Order(7)
    void whoever_saw_older_rules_is_told_and_changes_nothing() throws Exception {
        long seen = Acting.asOperator(rules::revision);
        set(cast.administrator(), "perOrder", "3").andExpect(redirectedUrl("/settings/rules"));

        setSeen(seen, cast.director(), "perOrder", "4", "minimum", "7")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else changed the rules")));

        assertThat(Acting.asOperator(rules::inForce))
                .containsEntry(Rule.PER_ORDER, "3")
                .containsEntry(Rule.MINIMUM, "25");
    }

    @Test
    @Order(8)
    void values_follow_the_discount_rate_and_the_horizon() throws Exception {
        set(cast.director(), "discountRate", "12.5", "valueMonths", "24").andExpect(redirectedUrl("/settings/rules"));

        ValueSettings settled = Acting.asOperator(values::inForce);
        assertThat(settled.discountRate()).isEqualTo(0.125);
        assertThat(settled.months()).isEqualTo(24);
        assertThat(valuation.ensureCurrent()).isTrue();
        web.perform(get("/settings/rules").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("name=\"discountRate\" value=\"12.5\"")))
                .andExpect(content()
                        .string(containsString("Discount rate of customer values changed from 10 to 12.5 % a year.")));
        set(cast.director(), "discountRate", "12.5").andExpect(redirectedUrl("/settings/rules"));
        assertThat(valuation.ensureCurrent()).isFalse();
    }

    @Test
    @Order(9)
    void a_horizon_of_no_sense_is_refused() throws Exception {
        set(cast.director(), "discountRate", "0", "valueMonths", "11").andExpect(status().isUnprocessableContent());
        set(cast.director(), "discountRate", "101", "valueMonths", "24.5").andExpect(status().isUnprocessableContent());
        set(cast.director(), "discountRate", "", "valueMonths", "").andExpect(status().isUnprocessableContent());

        assertThat(Acting.asOperator(values::inForce).months()).isEqualTo(24);
    }

    private static Map<Rule, String> changed(Map<Rule, String> rules) {
        Map<Rule, String> changed = new EnumMap<>(rules);
        changed.put(Rule.PER_ORDER, "9");
        changed.put(Rule.MOST, "9");
        return changed;
    }
}
