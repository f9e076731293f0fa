package mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs are told by `bin/mainstay accounts --key`, field by field.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyAccountsCommandTests {

    private static final String[] FIELDS = {
        "code",
        "name",
        "group",
        "manager",
        "status",
        "openLegs",
        "stars",
        "score",
        "coverage",
        "revenue",
        "share",
        "sentence",
        "keyInRegions",
        "appointedOn"
    };

    @Autowired
    CommandLineRunner commands;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    /// Alder is known well and Birch hardly; Birch belongs to Head, which alone is too small to count.
    @BeforeAll
    void a_small_firm(@Autowired ImportDesk desk) throws Exception {
        SmallFiles.bring(desk, Kind.ACCOUNTS, """
                code,name,manager,managerName,parent,holding
                ALDER,Alder,M1,Ma Li,,
                HEAD,Head,,,,
                BIRCH,Birch,,,HEAD,80
                """);
        SmallFiles.bring(desk, Kind.SALES, """
                customer,customerName,document,date,amount,cost
                ALDER,Alder,1,2026-06-10,400.25,200
                ALDER,Alder,2,2026-06-10,200,100
                BIRCH,Birch,3,2026-06-10,249.75,199.80
                HEAD,Head,4,2026-06-10,100,80
                SMALL,Small,5,2026-06-10,50,40
                """);
        for (String criterion :
                List.of("capital", "relations", "logistics", "people", "management", "philosophy", "initiative")) {
            web.perform(post("/accounts/ALDER/assessments")
                            .param("criterion", criterion)
                            .param("mark", "5")
                            .param("evidence", "Seen on the last visit.")
                            .param("assessedOn", "2026-06-09")
                            .locale(Locale.ENGLISH)
                            .with(cast.signedIn(cast.director())))
                    .andExpect(redirectedUrl("/accounts/ALDER/rating"));
        }
    }

    private String said(String... words) {
        PrintStream before = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            assertThat(commands.run(words)).isZero();
        } finally {
            System.setOut(before);
        }
        return heard.toString(StandardCharsets.UTF_8).strip();
    }

    private List<JsonNode> told(String... words) {
        JsonNode all = JsonMapper.shared().readTree(said(words));
        return IntStream.range(0, all.size()).mapToObj(all::get).toList();
    }

    private static List<String> openLegs(JsonNode account) {
        return account.get("openLegs").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void an_account_that_is_known_well_has_stars() {
        JsonNode alder = told("accounts", "--key", "--json").getFirst();

        assertThat(alder.propertyNames()).containsExactly(FIELDS);
        assertThat(Stream.of("code", "name", "manager", "status")
                        .map(field -> alder.get(field).asString()))
                .containsExactly("ALDER", "Alder", "Ma Li", "provisional");
        assertThat(alder.get("group").isNull()).as("stands alone").isTrue();
        assertThat(openLegs(alder)).as("no receivables").containsExactly("credit");
        assertThat(alder.get("stars").asInt()).isEqualTo(4);
        assertThat(alder.get("score").asDouble()).isCloseTo(100, within(1e-9));
        assertThat(alder.get("coverage").asDouble()).isCloseTo(0.54, within(1e-9));
        assertThat(alder.get("revenue").decimalValue()).isEqualByComparingTo("600.25");
        assertThat(alder.get("share").asDouble()).isCloseTo(0.60025, within(1e-9));
        assertThat(alder.get("sentence").asString())
                .isEqualTo("Provisionally a key account: 60.0 % of sales, place 1; payment behaviour unknown; "
                        + "business philosophy 5 of 5. One leg is open.");
        assertThat(alder.get("keyInRegions").isEmpty()).isTrue();
        assertThat(alder.get("appointedOn").isNull()).isTrue();
    }

    @Test
    void an_account_of_which_less_than_half_is_known_has_a_score_and_no_stars() {
        List<JsonNode> found = told("accounts", "--key", "--json");

        assertThat(found).hasSize(2);
        JsonNode birch = found.getLast();
        assertThat(Stream.of("code", "name", "group", "status")
                        .map(field -> birch.get(field).asString()))
                .containsExactly("BIRCH", "Birch", "Head", "provisional");
        assertThat(birch.get("manager").isNull()).isTrue();
        assertThat(openLegs(birch)).containsExactly("credit", "philosophy");
        assertThat(birch.get("stars").isNull()).isTrue();
        assertThat(birch.get("score").asDouble())
                .as("third of four by revenue, level with two by orders and margin, no returns")
                .isCloseTo((15 * 200 / 3.0 + 5 * 100 / 3.0 + 4 * 100 + 5 * 100 / 3.0) / 29, within(1e-9));
        assertThat(birch.get("coverage").asDouble()).isCloseTo(0.29, within(1e-9));
        assertThat(birch.get("revenue").decimalValue()).isEqualByComparingTo("249.75");
        assertThat(birch.get("share").asDouble()).isCloseTo(0.24975, within(1e-9));
        assertThat(birch.get("sentence").asString()).contains("25.0 % of sales, place 2", "2 legs are open");
    }

    @Test
    void in_groups_the_row_bears_the_root_and_what_all_of_it_bought() {
        List<JsonNode> found = told("accounts", "--key", "--group", "--json");

        assertThat(found).hasSize(2);
        assertThat(found).extracting(account -> account.get("code").asString()).containsExactly("ALDER", "HEAD");
        JsonNode head = found.getLast();
        assertThat(head.propertyNames()).containsExactly(FIELDS);
        assertThat(head.get("name").asString()).isEqualTo("Head");
        assertThat(head.get("revenue").decimalValue()).isEqualByComparingTo("349.75");
        assertThat(head.get("share").asDouble()).isCloseTo(0.34975, within(1e-9));
        assertThat(head.get("sentence").asString()).contains("35.0 % of sales, place 2");
    }

    @Test
    void without_json_each_has_a_line() {
        assertThat(said("accounts", "--key").lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("ALDER").contains("Provisionally"));
    }
}
