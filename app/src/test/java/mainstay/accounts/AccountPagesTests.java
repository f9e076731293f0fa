package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class AccountPagesTests {

    private static long batch = 10;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    AccountMasters masters;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @BeforeEach
    void three_shops_and_a_head_office() {
        List<AccountMaster> rows = new ArrayList<>();
        rows.add(row("HQ", "Head Office", "North", null));
        rows.add(row("S-1", "Harbour & Sons", "North", "HQ"));
        rows.add(row("S-2", "<b>Old</b> Mill", "South", "HQ"));
        rows.add(row("S-3", "大客户 100%", "South", null));
        Acting.asOperator(() -> masters.apply(++batch, "pages", EnumSet.allOf(AccountField.class), rows));
    }

    @Test
    void the_head_has_no_limit_for_who_may_not_see_it_and_says_so_where_none_is_set() throws Exception {
        page(cast.director(), "/accounts/S-1")
                .andExpect(content().string(containsString("<dt>Credit limit</dt>")))
                .andExpect(content()
                        .string(containsString(
                                "<dt>Credit limit</dt><dd><span title=\"Not rated yet\">not set</span>")));
        page(cast.viewer(), "/accounts/S-1")
                .andExpect(content().string(not(containsString("Credit limit"))))
                .andExpect(content().string(not(containsString("Payment term"))));
    }

    @Test
    void the_list_shows_what_fits_the_filters_and_names_nothing_as_it_was_typed() throws Exception {
        page(cast.viewer(), "/accounts")
                .andExpect(content().string(containsString("Harbour &amp; Sons")))
                .andExpect(content().string(containsString("&lt;b&gt;Old&lt;/b&gt; Mill")));
        page(cast.viewer(), "/accounts?region=South&sort=-name")
                .andExpect(content().string(containsString("大客户")))
                .andExpect(content().string(not(containsString("Harbour"))));
        page(cast.viewer(), "/accounts?q=100%25")
                .andExpect(content().string(containsString("大客户")))
                .andExpect(content().string(not(containsString("Harbour"))));
        page(cast.viewer(), "/accounts?q=nothing+like+it")
                .andExpect(content().string(containsString("Nothing matches")));
    }

    @Test
    void who_has_no_accounts_is_told_how_they_come() throws Exception {
        page(cast.keyAccountManager(), "/accounts").andExpect(content().string(containsString("No accounts yet")));
    }

    @Test
    void the_account_page_opens_whole_at_a_panel_and_in_part_within_the_page() throws Exception {
        page(cast.director(), "/accounts/S-1")
                .andExpect(content().string(containsString("<title>Harbour")))
                .andExpect(content().string(containsString("Head Office")))
                .andExpect(content().string(containsString("/accounts/S-1/timeline")));
        web.perform(get("/accounts/S-1/overview").header("HX-Request", "true").with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<title>"))))
                .andExpect(content().string(containsString("aria-current=\"page\"")));
    }

    @Test
    void the_head_of_a_group_is_told_from_an_account_that_stands_alone() throws Exception {
        page(cast.director(), "/accounts/HQ")
                .andExpect(content().string(matchesPattern("(?s).*<dd>Leads [23] accounts</dd>.*")));
        page(cast.director(), "/accounts/S-3").andExpect(content().string(containsString("Stands alone")));
        User manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            grants.replace("pages", Map.of(id("HQ"), manager.id(), id("S-1"), manager.id()), Level.FULL);
            return null;
        });
        page(manager, "/accounts/HQ")
                .andExpect(content().string(containsString("<dd>Leads 1 account that you may see</dd>")))
                .andExpect(content().string(containsString("Only accounts that you may see are listed and counted")));
        Acting.asOperator(() -> {
            grants.replace("pages", Map.of(), Level.FULL);
            return null;
        });
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    @Test
    void a_narrow_screen_keeps_the_figures_and_leaves_the_rest_out() throws Exception {
        String list =
                page(cast.director(), "/accounts").andReturn().getResponse().getContentAsString();

        assertThat(list.indexOf("sort=-stars")).isLessThan(list.indexOf("sort=manager"));
        assertThat(list).containsPattern("<td class=\"wide-only\">\\s*<bdi>North</bdi>");
    }

    @Test
    void a_name_does_not_turn_what_stands_around_it() throws Exception {
        page(cast.director(), "/accounts").andExpect(content().string(containsString("<bdi>大客户 100%</bdi></a>")));
    }

    @Test
    void programs_get_the_same_figures_of_one_account_as_of_many() throws Exception {
        String many = api(cast.director(), "/api/v1/accounts?q=Harbour")
                .andReturn()
                .getResponse()
                .getContentAsString();
        String one = api(cast.director(), "/api/v1/accounts/S-1")
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<Object>read(one, "$.figures")).isEqualTo(JsonPath.read(many, "$.accounts[0].figures"));
    }

    @Test
    void a_panel_beyond_the_readers_level_is_closed_and_not_offered() throws Exception {
        page(cast.viewer(), "/accounts/S-1").andExpect(content().string(not(containsString("/timeline"))));
        web.perform(get("/accounts/S-1/timeline").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_account_that_is_not_theirs_is_not_there() throws Exception {
        web.perform(get("/accounts/S-1").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isNotFound());
    }

    @Test
    void programs_page_through_all_accounts_once() throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 1; page <= 4; page++) {
            ResultActions answer =
                    api(cast.controller(), "/api/v1/accounts?category=Shop&size=1&sort=-region&page=" + page + after);
            String body = answer.andReturn().getResponse().getContentAsString();
            seen.add(JsonPath.read(body, "$.accounts[0].code"));
            String next = JsonPath.read(body, "$.next");
            assertThat(next == null).isEqualTo(page == 4);
            after = "&after=" + next;
        }
        assertThat(seen).containsExactlyInAnyOrder("HQ", "S-1", "S-2", "S-3");
        api(cast.controller(), "/api/v1/accounts?category=Shop&size=2&page=2")
                .andExpect(jsonPath("$.total").value(4))
                .andExpect(jsonPath("$.accounts", hasSize(2)));
    }

    @Test
    void nonsense_in_the_address_is_refused_in_words() throws Exception {
        for (String nonsense : List.of("size=0", "size=201", "page=0", "sort=password", "sort=a.name;drop")) {
            assertThat(api(cast.controller(), "/api/v1/accounts?" + nonsense)
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(nonsense)
                    .isIn(400, 422);
        }
    }

    @Test
    void every_code_that_can_be_imported_has_a_page_and_an_address_for_programs() throws Exception {
        List<String> codes =
                List.of("A/B", "50%", "x;y", "back\\slash", "~tilde", "count", "a b?c#d", "客户/1", "..a", "%2F");
        Acting.asOperator(() -> masters.apply(
                ++batch,
                "odd",
                EnumSet.of(AccountField.NAME),
                codes.stream()
                        .map(code -> AccountMaster.named(2, code, "Odd " + codes.indexOf(code)))
                        .toList()));
        for (String code : codes) {
            page(cast.director(), AccountCard.pathOf(code) + "/overview")
                    .andExpect(content().string(containsString("<title>Odd " + codes.indexOf(code))));
            api(cast.controller(), "/api/v1/accounts/" + AccountAddress.of(code))
                    .andExpect(jsonPath("$.code").value(code))
                    .andExpect(jsonPath("$.href").value("/api/v1/accounts/" + AccountAddress.of(code)));
        }
        api(cast.controller(), "/api/v1/accounts/~tilde")
                .andExpect(jsonPath("$.code").value("~tilde"));
    }

    @Test
    void a_code_that_only_moves_about_in_an_address_is_refused() throws Exception {
        for (String code : List.of(".", "..", "a\\u0007b", "a\\nb")) {
            open(cast.controller(), "{\"code\": \"" + code + "\"}").andExpect(status().is(422));
        }
        AccountMasters.Outcome outcome = Acting.asOperator(() -> masters.apply(
                ++batch, "odd", EnumSet.of(AccountField.NAME), List.of(AccountMaster.named(2, "..", "Up"))));
        assertThat(outcome.problems())
                .extracting(MasterProblem::reason)
                .containsExactly(MasterProblem.Reason.UNUSABLE_CODE);
    }

    @Test
    void an_account_opened_by_a_program_is_the_one_a_file_means_later() throws Exception {
        open(cast.controller(), "{\"code\": \"NEW\", \"name\": \"New\", \"creditLimit\": 1500.5, \"parent\": \"HQ\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/accounts/NEW"))
                .andExpect(jsonPath("$.creditLimit").value(1500.5))
                .andExpect(jsonPath("$.group").value("HQ"));
        open(cast.controller(), "{\"code\": \"NEW\"}").andExpect(status().isConflict());
        open(cast.controller(), "{\"name\": \"no code\"}").andExpect(status().is(422));
        open(cast.controller(), "{\"code\": \"ORPHAN\", \"parent\": \"nobody\"}")
                .andExpect(status().is(422));
        open(cast.agent(), "{\"code\": \"NOT-MINE\"}").andExpect(status().isForbidden());

        AccountMasters.Outcome outcome = Acting.asOperator(() -> masters.apply(
                ++batch, "later", EnumSet.of(AccountField.REGION), List.of(row("NEW", null, "East", null))));
        assertThat(outcome.created()).isZero();
        api(cast.controller(), "/api/v1/accounts/NEW")
                .andExpect(jsonPath("$.region").value("East"))
                .andExpect(jsonPath("$.name").value("New"));
        page(cast.director(), "/accounts/NEW/timeline").andExpect(content().string(containsString("opened by hand")));
    }

    private ResultActions page(User reader, String address) throws Exception {
        return web.perform(get(URI.create(address)).with(cast.signedIn(reader))).andExpect(status().isOk());
    }

    private ResultActions api(User reader, String address) throws Exception {
        return web.perform(get(URI.create(address)).header("Authorization", "Bearer " + cast.token(reader)));
    }

    private ResultActions open(User writer, String json) throws Exception {
        return web.perform(post("/api/v1/accounts")
                .header("Authorization", "Bearer " + cast.token(writer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private static AccountMaster row(
            String code, @Nullable String name, @Nullable String region, @Nullable String parent) {
        return new AccountMaster(2, code, name, "Shop", region, null, null, null, null, null, null, parent, null, null);
    }

    @Test
    void nobody_is_told_that_an_account_stands_alone_whose_head_office_is_not_theirs_to_see(
            @Autowired Grants grants, @Autowired Accounts accounts) throws Exception {
        User manager = cast.keyAccountManager();
        Map<Long, Long> given = new HashMap<>();
        for (String code : List.of("S-1", "S-3")) {
            given.put(
                    Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id()), manager.id());
        }
        Acting.asOperator(() -> {
            grants.replace("unseen", given, Level.BUSINESS);
            return true;
        });
        try {
            page(manager, "/accounts/S-1")
                    .andExpect(content().string(containsString("<dd>Under an account that you may not see</dd>")))
                    .andExpect(content().string(containsString("belongs to a group whose head you may not see")))
                    .andExpect(content().string(not(containsString("Head Office"))))
                    .andExpect(content().string(not(containsString("tands alone"))));
            page(manager, "/accounts/S-1/group")
                    .andExpect(content().string(containsString("stands under an account that you may not see")))
                    .andExpect(content().string(not(containsString("never stood under another account."))))
                    .andExpect(content().string(not(containsString("tands alone"))));
            page(manager, "/accounts/S-3").andExpect(content().string(containsString("<dd>Stands alone</dd>")));
            page(manager, "/accounts?columns=group").andExpect(content().string(not(containsString("tands alone"))));
            page(cast.director(), "/accounts/S-1").andExpect(content().string(not(containsString("may not see"))));
        } finally {
            Acting.asOperator(() -> {
                grants.replace("unseen", Map.of(), Level.BUSINESS);
                return true;
            });
        }
    }
}
