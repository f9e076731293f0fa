package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.accounts.search.Likeness;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class SearchTests {

    private static final Set<AccountField> NAMES = EnumSet.of(AccountField.NAME);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    AccountMasters masters;

    @Autowired
    AccountSearch search;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private static boolean built;

    @BeforeEach
    void a_street_of_firms() {
        if (built) {
            return;
        }
        built = true;
        bring(
                1,
                AccountMaster.named(2, "C000123", "东莞华兴机械有限公司"),
                AccountMaster.named(3, "C000124", "東莞永達機械廠"),
                AccountMaster.named(4, "C000999", "重庆长城电子有限公司"),
                AccountMaster.named(5, "HB-1", "Harbour & Sons"),
                AccountMaster.named(6, "HB-2", "Café Müller"),
                AccountMaster.named(7, "X-1", "Old Mill"),
                AccountMaster.named(8, "X-2", "东莞"));
        bring(2, AccountMaster.named(2, "X-1", "New Granary"));
    }

    private void bring(long batch, AccountMaster... rows) {
        Acting.asOperator(() -> masters.apply(batch, "street", NAMES, List.of(rows)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # typed,     codes found in this order,      why the first
            C000123,     C000123,                        CODE
            c0001,       C000123 C000124,                CODE_BEGINS
            124,         C000124,                        CODE_BEGINS
            东莞,         X-2 C000124 C000123,            NAME
            机械,         C000124 C000123,                WORDS
            機械,         C000124 C000123,                WORDS
            械,           C000124 C000123,                WORDS
            东莞 华,       C000123,                        NAME_BEGINS
            dongguan,    X-2 C000124 C000123,            PINYIN
            zhongqing,   C000999,                        PINYIN
            dgjx,        C000124 C000123,                INITIALS
            ccdz,        C000999,                        INITIALS
            harbour,     HB-1,                           NAME_BEGINS
            ＨＡＲＢＯＵＲ, HB-1,                           NAME_BEGINS
            sons,        HB-1,                           WORDS
            muller cafe, HB-2,                           WORDS
            old mill,    X-1,                            FORMER_NAME
            harbuor,     HB-1,                           ALIKE
            华星机械,      C000123,                        ALIKE
            东莞永大机械,   C000124,                        ALIKE
            changchengd, C000999,                        PINYIN
            dongguang,   X-2 C000124 C000123,            ALIKE
            """)
    void whoever_sees_all_finds_by(String typed, String codes, String reason) {
        List<FoundAccount> found = cast.as(cast.director(), () -> search.find(typed, 10));

        assertThat(found).extracting(FoundAccount::code).containsExactly(codes.split(" ", -1));
        assertThat(found.getFirst().likeness())
                .isNotNull()
                .satisfies(likeness -> assertThat(likeness.reason().name()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"东莞", "dgjx", "harbour", "C000123", "old mill", "harbuor", "华星机械"})
    void nobody_finds_what_he_may_not_see(String typed) throws Exception {
        assertThat(cast.as(cast.keyAccountManager(), () -> search.find(typed, 10)))
                .isEmpty();
        api(cast.keyAccountManager(), typed).andExpect(jsonPath("$.found").isEmpty());
        page(cast.keyAccountManager(), "/search/results?q={0}", typed)
                .andExpect(content().string(not(containsString("data-found"))));
    }

    @Test
    void a_manager_finds_his_own_among_many() {
        bring(
                3,
                IntStream.range(0, 300)
                        .mapToObj(i -> AccountMaster.named(i + 2, "CROWD-" + i, "佛山人群" + i))
                        .toArray(AccountMaster[]::new));
        long own = cast.as(
                cast.director(),
                () -> accounts.byCode("CROWD-299").orElseThrow().id());
        Acting.asOperator(() -> {
            grants.replace("in a test", Map.of(own, cast.keyAccountManager().id()), Level.CARD);
            return own;
        });

        for (String typed : List.of("佛山", "renqun", "fsrq", "crowd")) {
            assertThat(cast.as(cast.keyAccountManager(), () -> search.find(typed, 10)))
                    .extracting(FoundAccount::code)
                    .containsExactly("CROWD-299");
        }
        assertThat(cast.as(cast.director(), () -> search.find("佛山人群", 10))).hasSize(10);
    }

    @Test
    void a_withdrawn_name_is_forgotten_and_the_one_before_found_again() {
        bring(50, AccountMaster.named(2, "W-1", "First Lantern"));
        bring(51, AccountMaster.named(2, "W-1", "Second Whistle"));
        assertThat(cast.as(cast.director(), () -> search.find("whistle", 10)))
                .extracting(FoundAccount::code)
                .containsExactly("W-1");

        Acting.asOperator(() -> {
            masters.withdraw(51);
            return 0;
        });
        assertThat(cast.as(cast.director(), () -> search.find("lantern", 10)))
                .extracting(FoundAccount::name)
                .containsExactly("First Lantern");
        Acting.asOperator(() -> {
            masters.withdraw(50);
            return 0;
        });
        assertThat(cast.as(cast.director(), () -> search.find("lantern", 10))).isEmpty();
    }

    @Test
    void the_list_filters_by_the_same_search() throws Exception {
        for (String typed : List.of("dgjx", "機械", "dong guan", "华星机械")) {
            page(cast.viewer(), "/accounts?q={0}", typed).andExpect(content().string(containsString("东莞华兴机械")));
        }
        page(cast.viewer(), "/accounts?q={0}", "harbour").andExpect(content().string(not(containsString("东莞"))));
        page(cast.viewer(), "/accounts?q={0}", "%").andExpect(content().string(not(containsString("东莞"))));
    }

    @Test
    void results_say_why_and_mark_what_was_meant() throws Exception {
        page(cast.viewer(), "/search/results?q={0}", "jixie")
                .andExpect(content().string(containsString("<mark>機械</mark>")))
                .andExpect(content().string(containsString("by pinyin")));
        page(cast.viewer(), "/search?q={0}", "mill")
                .andExpect(content().string(containsString("formerly")))
                .andExpect(content().string(containsString("New Granary")));
        api(cast.viewer(), "mill")
                .andExpect(jsonPath("$.found[0].code").value("X-1"))
                .andExpect(jsonPath("$.found[0].reason").value("formerName"))
                .andExpect(jsonPath("$.found[0].meant").value("Old Mill"));
    }

    @Test
    void where_somebody_went_is_offered_to_him_alone() throws Exception {
        page(cast.viewer(), "/search/results").andExpect(content().string(not(containsString("HB-1"))));
        for (String code : List.of("X-2", "HB-1", "X-2", "HB-2")) {
            web.perform(post("/search/recent").param("code", code).with(cast.signedIn(cast.viewer())))
                    .andExpect(status().isNoContent());
        }
        String shown =
                page(cast.viewer(), "/search/results").andReturn().getResponse().getContentAsString();
        assertThat(shown).containsSubsequence("HB-2", "HB-1");
        page(cast.director(), "/search/results").andExpect(content().string(not(containsString("HB-1"))));
        web.perform(post("/search/recent").param("code", "HB-1").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatever_is_typed_is_answered() throws Exception {
        List<String> hostile = Stream.of(
                        "'",
                        "\\",
                        "\\'",
                        "' | 'c",
                        "!",
                        "&|()",
                        ":*",
                        "%_%",
                        "\u0000",
                        "\u202E",
                        "😀",
                        "𠮷野家",
                        "a".repeat(5_000),
                        "东".repeat(400),
                        "1 2 3 4 5 6 7 8 9 10 11 12",
                        "<script>",
                        "嗯嗯嗯嗯",
                        "e\u0301",
                        "ﬁ",
                        "\uD840")
                .toList();
        for (String typed : hostile) {
            web.perform(get("/api/v1/search")
                            .queryParam("q", typed)
                            .header("Authorization", "Bearer " + cast.token(cast.viewer())))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(typed)
                            .isIn(200, 422));
        }
        String body = api(cast.viewer(), "东莞").andReturn().getResponse().getContentAsString();
        assertThat(JsonPath.<List<String>>read(body, "$.found[*].kind")).containsOnly("account");
    }

    private ResultActions page(User reader, String address, Object... typed) throws Exception {
        return web.perform(get(address.replace("{0}", "{typed}"), typed).with(cast.signedIn(reader)))
                .andExpect(status().isOk());
    }

    private ResultActions api(User reader, String typed) throws Exception {
        return web.perform(
                get("/api/v1/search?q={typed}", typed).header("Authorization", "Bearer " + cast.token(reader)));
    }

    @Test
    void among_equals_the_head_office_comes_first_whatever_its_name_is_long() {
        bring(
                5,
                AccountMaster.named(2, "HQ-3", "Zwingli Works Incorporated Holding"),
                AccountMaster.named(3, "HQ-1", "Zwingli"),
                AccountMaster.named(4, "HQ-2", "Zwingli Works"));
        Acting.asOperator(() -> masters.apply(
                6,
                "street",
                EnumSet.of(AccountField.PARENT),
                List.of(AccountMaster.named(2, "HQ-2", null).under("HQ-3", null, null))));

        assertThat(cast.as(cast.viewer(), () -> search.find("zwingli w", 10)))
                .extracting(FoundAccount::code)
                .containsExactly("HQ-3", "HQ-2");
        assertThat(cast.as(cast.viewer(), () -> search.find("zwingli", 10)))
                .extracting(FoundAccount::code)
                .containsExactly("HQ-1", "HQ-3", "HQ-2");
    }

    @Test
    void what_is_misspelt_finds_the_head_office_before_its_many_branches() {
        List<AccountMaster> shops = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            shops.add(AccountMaster.named(i + 2, "SPIN-" + (500 + i), "Tailspin Toys (Town " + i + ")"));
        }
        shops.add(AccountMaster.named(80, "SPIN-HQ", "Tailspin Toys (Head Office)"));
        bring(60, shops.toArray(AccountMaster[]::new));
        Acting.asOperator(() -> masters.apply(
                61,
                "street",
                EnumSet.of(AccountField.PARENT),
                IntStream.range(0, 60)
                        .mapToObj(i -> AccountMaster.named(i + 2, "SPIN-" + (500 + i), null)
                                .under("SPIN-HQ", null, null))
                        .toList()));

        for (String typed : List.of("tailspn", "tailspin")) {
            assertThat(cast.as(cast.viewer(), () -> search.find(typed, 8)))
                    .hasSize(8)
                    .first()
                    .extracting(FoundAccount::code)
                    .as(typed)
                    .isEqualTo("SPIN-HQ");
        }
    }

    @Test
    void what_is_alike_is_offered_only_where_nothing_answers() {
        bring(62, AccountMaster.named(2, "MOON-1", "莞城贸易"), AccountMaster.named(3, "MOON-2", "馆藏书店"));

        assertThat(cast.as(cast.viewer(), () -> search.find("莞城", 10)))
                .extracting(FoundAccount::code)
                .containsExactly("MOON-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x", "d", "d g"})
    void single_letters_are_no_pinyin(String typed) {
        assertThat(cast.as(cast.viewer(), () -> search.find(typed, 10)))
                .extracting(FoundAccount::likeness)
                .doesNotContainNull()
                .extracting("reason")
                .doesNotContain(Likeness.Reason.PINYIN, Likeness.Reason.INITIALS);
    }
}
