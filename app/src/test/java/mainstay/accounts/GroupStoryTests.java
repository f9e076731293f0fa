package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A group is built by hand, beneath a head office that files know.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @TempDir
    static Path folder;

    @BeforeAll
    void sell(@Autowired ImportDesk desk) throws IOException {
        bring(desk, Kind.ACCOUNTS, "code,name,parent\nHQ,总部,\nS1,一店,HQ\nS2,二店,\nS3,三店,\nX1,甲,\nX2,乙,\nX3,丙,\n");
        bring(desk, Kind.SALES, """
                customer,document,date,amount
                HQ,D1,2024-06-01,1000
                S1,D2,2024-06-02,200
                S2,D3,2024-06-03,30
                S3,D4,2024-06-04,4
                """);
    }

    private void bring(ImportDesk desk, Kind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), text);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
    }

    @Test
    void a_group_is_built_by_hand_and_rolled_up_on_any_day() throws Exception {
        send("/accounts/HQ/members", "member", "S2", "holding", "80", "from", "2024-03-01")
                .andExpect(redirectedUrl("/accounts/HQ/group"));
        send("/accounts/S3/parents", "parent", "S2", "holding", "30", "from", "2024-03-01")
                .andExpect(redirectedUrl("/accounts/S3/group"));

        page("/accounts/S3/group?on=2024-07-01", cast.director())
                .andExpect(content().string(containsString("1,230")))
                .andExpect(content().string(containsString("not controlled")))
                .andExpect(content().string(containsString("80.0 %")));
        page("/accounts/HQ/group?on=2024-02-01", cast.director())
                .andExpect(content()
                        .string(not(containsString(">二店</bdi></a> <span class=\"text-secondary\">S2</span>"))));
        assertThat(groupOf("S2")).isEqualTo("HQ");

        send("/accounts/S2/parents/end", "from", "2024-05-01").andExpect(redirectedUrl("/accounts/S2/group"));
        page("/accounts/S2/group", cast.director())
                .andExpect(content().string(containsString("Parents of 二店 through time")))
                .andExpect(content().string(containsString("总部")));
        assertThat(groupOf("S2")).isNull();

        send("/accounts/S2/parents/files").andExpect(redirectedUrl("/accounts/S2/group"));
        page("/accounts/S2/group", cast.director())
                .andExpect(content().string(containsString("never stood under another account")));
    }

    @Test
    void members_beyond_those_shown_are_summed_up_too(@Autowired ImportDesk desk) throws Exception {
        StringBuilder members = new StringBuilder("code,name,parent\nCHAIN,连锁,\n");
        for (int i = 1000; i < 1310; i++) {
            members.append("C").append(i).append(",店").append(i).append(",CHAIN\n");
        }
        bring(desk, Kind.ACCOUNTS, members.toString());
        bring(desk, Kind.SALES, """
                customer,document,date,amount
                CHAIN,E1,2024-06-01,70000
                C1309,E2,2024-06-02,654
                """);
        page("/accounts/CHAIN/group?on=2024-07-01", cast.director())
                .andExpect(content().string(containsString("70,654")))
                .andExpect(content().string(not(containsString("店1309"))));
    }

    @Test
    void a_large_group_is_folded_and_searched(@Autowired ImportDesk desk) throws Exception {
        StringBuilder rows = new StringBuilder("code,name,parent\nBIG,Big Holding,\n");
        for (int i = 100; i < 180; i++) {
            rows.append("B%d,Branch %d,BIG\n".formatted(i, i));
        }
        bring(desk, Kind.ACCOUNTS, rows.toString());

        String folded = text("/accounts/B170/group");
        assertThat(folded)
                .contains("Big Holding", "Branch 118", "Branch 170", "21 of 81 accounts shown", "Show all 81");
        assertThat(folded).doesNotContain("Branch 150");
        assertThat(text("/accounts/B170/group?all=true")).contains("Branch 150", "81 of 81 accounts shown");
        assertThat(text("/accounts/B170/group?find=H 15"))
                .contains("Branch 150", "Branch 159", "10 of 81 accounts found")
                .doesNotContain("Branch 118");
        assertThat(text("/accounts/BIG"))
                .contains("Branch 119", "All 80 beneath it")
                .doesNotContain("Branch 150");
    }

    private String text(String path) throws Exception {
        return page(path, cast.director()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void a_circle_is_refused_with_the_chain_and_nothing_typed_is_lost() throws Exception {
        send("/accounts/X2/parents", "parent", "X1");
        send("/accounts/X3/parents", "parent", "X2");
        send("/accounts/X1/parents", "parent", "X3", "holding", "75")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("丙 › 乙 › 甲")))
                .andExpect(content().string(containsString("value=\"75\"")));
        assertThat(groupOf("X1")).isNull();
    }

    @Test
    void links_of_different_years_make_no_circle() throws Exception {
        send("/accounts/S3/parents", "parent", "S1", "from", "2020-01-01", "until", "2021-01-01");
        send("/accounts/S1/parents", "parent", "S3", "from", "2022-01-01", "until", "2023-01-01")
                .andExpect(redirectedUrl("/accounts/S1/group"));
        assertThat(groupOf("S1")).isEqualTo("HQ");
        send("/accounts/S1/parents/files");
        send("/accounts/S3/parents/files");
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() throws Exception {
        send("/accounts/S1/parents", "parent", "S1").andExpect(status().isUnprocessableContent());
        send("/accounts/S1/parents", "parent", "NOBODY").andExpect(status().isUnprocessableContent());
        send("/accounts/S1/parents", "parent", "HQ", "holding", "101").andExpect(status().isUnprocessableContent());
        send("/accounts/S1/parents", "parent", "HQ", "holding", "1e999999999").andExpect(status().isBadRequest());
        send("/accounts/S1/members", "member", "S2", "holding", "1".repeat(4000))
                .andExpect(status().isBadRequest());
        send("/accounts/S1/parents", "parent", "HQ", "from", "2024-02-01", "until", "2024-01-01")
                .andExpect(status().isUnprocessableContent());
        send("/accounts/X1/parents/end", "from", "2024-01-01").andExpect(status().isUnprocessableContent());
        send("/accounts/S1/members", "member", "' or 1=1 --").andExpect(status().isUnprocessableContent());
    }

    @Test
    void everybody_sees_the_tree_those_who_may_its_sales_and_only_keepers_the_editor() throws Exception {
        page("/accounts/HQ/group?on=2024-07-01", cast.viewer())
                .andExpect(content().string(containsString("一店")))
                .andExpect(content().string(not(containsString("1,2"))))
                .andExpect(content().string(not(containsString("/parents"))));
        web.perform(post("/accounts/HQ/members").param("member", "S3").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isForbidden());
    }

    private @Nullable String groupOf(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().groupCode());
    }

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(path).with(cast.signedIn(cast.controller()));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    private ResultActions page(String path, User reader) throws Exception {
        return web.perform(get(path).with(cast.signedIn(reader))).andExpect(status().isOk());
    }
}
