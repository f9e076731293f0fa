package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Standing;
import mainstay.rating.key.KeyStatus;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// One account in the south is larger than the whole north: who matters in the north is seen within the
/// north.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Regions regions;

    private User manager;

    @BeforeAll
    void a_large_south_and_a_small_north(
            @Autowired ImportDesk desk, @Autowired Ratings ratings, @Autowired Grants grants) {
        String small = IntStream.rangeClosed(3, 9)
                .mapToObj(n -> "N%1$d,North %1$d,S%1$d,2026-06-01,5,North\n".formatted(n))
                .collect(Collectors.joining());
        String south = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> "S%1$d,South %1$d,T%1$d,2026-06-01,5,South\n".formatted(n))
                .collect(Collectors.joining());
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,date,amount,region
                S0,Giant,1,2024-01-10,1,South
                S0,Giant,2,2026-06-01,400000,South
                N0,Harbour,3,2026-06-01,900,North
                N1,Bay,4,2026-06-01,300,North
                N2,Creek,5,2025-06-01,100,North
                N2,Creek,6,2026-06-01,250,North
                N10,Ford,7,2026-06-01,10,North
                N11,Rill,8,2026-06-01,1,North
                FEW,Alone in the west,9,2026-11-13,2,West
                """ + small + south);
        ratings.ensureCurrent();
        manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            grants.replace("story", Map.of(id("N0"), manager.id()), Level.FULL);
            return null;
        });
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private ResultActions page(User user, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions program(User user, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).header("Authorization", "Bearer " + cast.token(user)));
    }

    private KeyStatus within(String code) {
        return Acting.asOperator(() -> regions.of(Standing.ACCOUNT, id(code))).stream()
                .filter(standing -> standing.region().equals("North"))
                .map(RegionStanding::status)
                .findFirst()
                .orElse(KeyStatus.NONE);
    }

    @Test
    void the_same_rule_runs_within_a_region_on_its_own_total() {
        assertThat(Acting.asOperator(() -> regions.of(Standing.ACCOUNT, id("N0"))))
                .singleElement()
                .satisfies(harbour -> {
                    assertThat(harbour.rank()).isOne();
                    assertThat(harbour.total()).isEqualTo(1_496_0000L);
                    assertThat(harbour.accounts()).isEqualTo(12);
                    assertThat(harbour.share()).isEqualTo(900 / 1496.0);
                });
        assertThat(within("N0")).isEqualTo(KeyStatus.PROVISIONAL);
        assertThat(within("N1")).isEqualTo(KeyStatus.PROVISIONAL);
        assertThat(within("N2")).as("325 expected where 300 are inside").isEqualTo(KeyStatus.POTENTIAL);
        assertThat(within("N10")).as("0.67 % of the region").isEqualTo(KeyStatus.NEAR_MISS);
        assertThat(within("N3")).as("0.33 % of the region").isEqualTo(KeyStatus.NONE);
    }

    @Test
    void the_director_sees_all_regions_with_their_totals_and_who_matters_in_one() throws Exception {
        page(cast.director(), "/portfolio/regions?group=false")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">North</a>")))
                .andExpect(content().string(containsString("1,496")))
                .andExpect(content().string(not(containsString(">West</a>"))));
        page(cast.director(), "/portfolio/regions?region=North")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("60.2 % of sales in the region, place 1")))
                .andExpect(content().string(containsString("Creek")))
                .andExpect(content().string(containsString("Ford")))
                .andExpect(content().string(not(containsString("Giant"))));
        page(cast.director(), "/portfolio/regions?region=West").andExpect(status().isNotFound());
        page(cast.director(), "/portfolio").andExpect(content().string(containsString("/portfolio/regions")));
        page(cast.director(), "/accounts/N0/rating")
                .andExpect(content().string(containsString("Within regions")))
                .andExpect(content().string(containsString("1 of 12")));
        page(cast.director(), "/accounts?columns=regional&q=Harbour")
                .andExpect(content().string(containsString("Key in regions")))
                .andExpect(content().string(containsString("North")));
    }

    @Test
    void on_a_phone_every_figure_names_its_column_and_the_chosen_region_stands_out() throws Exception {
        page(cast.director(), "/portfolio/regions?region=North")
                .andExpect(content().string(containsString("data-label=\"Revenue of the region, 12 months\"")))
                .andExpect(content().string(containsString("class=\"table-active\"")));
        page(cast.director(), "/accounts/N0/rating")
                .andExpect(content().string(containsString("data-label=\"Share there\"")));
    }

    @Test
    void where_nobody_has_decided_anything_the_panel_says_so() throws Exception {
        page(cast.administrator(), "/accounts/N0/rating")
                .andExpect(content().string(containsString("Nobody has proposed it as a key account.")))
                .andExpect(content().string(containsString("Nobody has set other stars than those of the model.")));
    }

    @Test
    void a_manager_sees_the_own_accounts_there_and_no_total() throws Exception {
        page(manager, "/portfolio/regions?region=North&group=true")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Harbour")))
                .andExpect(content().string(containsString("Place 1 in the region")))
                .andExpect(content().string(not(containsString("60.2"))))
                .andExpect(content().string(not(containsString("Creek"))))
                .andExpect(content().string(not(containsString("1,496"))));
        page(manager, "/accounts/N0/rating")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Within regions")))
                .andExpect(content().string(not(containsString("60.2"))));
        page(manager, "/portfolio/regions?region=South").andExpect(status().isNotFound());
        program(manager, "/api/v1/regions")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].provisional").value(1))
                .andExpect(jsonPath("$[0].revenue").value(nullValue()));
    }

    @Test
    void programs_read_the_same() throws Exception {
        program(cast.director(), "/api/v1/key-accounts?region=North")
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].code").value("N0"))
                .andExpect(jsonPath("$[0].status").value("provisional"))
                .andExpect(jsonPath("$[0].revenue").value(900));
        program(cast.director(), "/api/v1/regions")
                .andExpect(jsonPath("$[0].region").value("South"))
                .andExpect(jsonPath("$[1].revenue").value(1496))
                .andExpect(jsonPath("$[1].nearMiss").value(1))
                .andExpect(jsonPath("$[1].potential").value(1));
    }
}
