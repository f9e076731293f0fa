package mainstay.dossier.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.relationships.ActivityBench;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One page of what matters before a call, on the screen and on paper.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private final TransactionTemplate transactions;

    @Autowired
    CardStoryTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void facts(@Autowired ImportDesk imports) {
        TermsTestbed.bring(
                imports,
                Kind.PRODUCTS,
                "code,name,category,floor price\nGREEN,Green tea,tea,1\nBLACK,Black tea,tea,1\n");
        archive.accounts("P1", "P2", "P3");
        archive.write("P1", "attitude", "warm to us", "2026-11-01");
        archive.write("P1", "policy", "no discounts", "2020-01-01");
        archive.write("P1", "telephone", "021-5555", "2026-11-01");
        loans.name(archive.card("P1"), cast.another("bao", "包经理", Role.KAM), cast.another("dai", "戴经理", Role.KAM));
        for (String field : List.of(
                "legalForm",
                "lineOfBusiness",
                "address",
                "serviceArea",
                "salesAbility",
                "potential",
                "philosophy",
                "direction",
                "policy",
                "problems",
                "strengths",
                "counterMeasures",
                "competitorRelations",
                "ourRelations",
                "attitude",
                "managers",
                "staff",
                "image",
                "reputation",
                "creditIncidents")) {
            archive.write("P2", field, "许多字的说明 ".repeat(60), "2026-11-01");
        }
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions send(User user, String address, Locale language) throws Exception {
        return web.perform(get(address).locale(language).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, address, Locale.ENGLISH)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private PdfReader paper(User user, String address, Locale language) throws Exception {
        return new PdfReader(send(user, address, language)
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private static String text(PdfReader paper, int page) throws IOException {
        return new PdfTextExtractor(paper).getTextFromPage(page);
    }

    private List<String> looks(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(transactions.execute(status -> database.sql("""
                        select what || ' ' || array_to_string(parts, '+') || coalesce(' ' || detail, '')
                        from dossier.look where user_id = :user order by id
                        """)
                        .param("user", user.id())
                        .query(String.class)
                        .list())));
    }

    @Test
    void the_card_says_what_matters_and_no_more_than_one_may_know() throws Exception {
        User director = cast.another("ge", "葛总", Role.DIRECTOR);
        assertThat(page(director, "/accounts/P1/card"))
                .contains("warm to us", "no discounts", "021-5555", "包经理", "deputy: 戴经理", "Stars and why", "Ends soon")
                .contains("old · observed 6 years ago")
                .contains("class=\"sheet-mark\"", "葛总");
        assertThat(page(cast.controller(), "/accounts/P1/card"))
                .contains("no discounts", "Business and credit")
                .doesNotContain("warm to us")
                .doesNotContain("class=\"sheet-mark\"");
        assertThat(page(cast.viewer(), "/accounts/P1/card"))
                .contains("021-5555", "包经理")
                .doesNotContain("no discounts")
                .doesNotContain("warm to us")
                .doesNotContain("Business and credit");
        send(cast.keyAccountManager(), "/accounts/P1/card.pdf", Locale.ENGLISH).andExpect(status().isNotFound());
    }

    @Test
    void prices_that_end_soon_stand_beside_the_other_terms() throws Exception {
        agree("P3", "GREEN", "12.5", "2026-12-31");
        agree("P3", "BLACK", "20", "2027-12-31");

        assertThat(page(cast.director(), "/accounts/P3/card"))
                .contains("Price of GREEN", "12.5", "until Dec 31, 2026")
                .doesNotContain("Price of BLACK", "Nothing that was agreed ends");
        assertThat(page(cast.viewer(), "/accounts/P3/card")).doesNotContain("GREEN");
        assertThat(page(cast.director(), "/accounts/P2/card")).doesNotContain("GREEN");
    }

    private void agree(String code, String product, String price, String until) throws Exception {
        web.perform(post("/accounts/{code}/prices", code)
                        .param("product", product)
                        .param("price", price)
                        .param("currency", "CNY")
                        .param("from", "2026-11-01")
                        .param("until", until)
                        .param("reason", "Yearly contract")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void looks_prints_and_files_are_logged_before_they_are_handed_out() throws Exception {
        User director = cast.another("he", "何总", Role.DIRECTOR);
        page(director, "/accounts/P1/card");
        page(director, "/accounts/P1/card/print");
        send(director, "/accounts/P1/card.pdf", Locale.ENGLISH);
        page(director, "/accounts/P1/brief");
        web.perform(get("/api/v1/accounts/P1/card").header("Authorization", "Bearer " + cast.token(director)))
                .andExpect(status().isOk());
        page(director, "/accounts/P3/card");

        assertThat(looks(director))
                .containsExactly(
                        "card business",
                        "print business card",
                        "export business card.pdf",
                        "timeline business",
                        "brief business",
                        "api business card");
    }

    @Test
    void the_file_is_one_page_in_either_language_with_the_name_of_who_took_it() throws Exception {
        try (PdfReader english = paper(cast.director(), "/accounts/P2/card.pdf", Locale.ENGLISH);
                PdfReader chinese = paper(cast.director(), "/accounts/P2/card.pdf", Locale.SIMPLIFIED_CHINESE)) {
            assertThat(english.getNumberOfPages()).isEqualTo(1);
            assertThat(chinese.getNumberOfPages()).isEqualTo(1);
            assertThat(text(english, 1)).contains("What matters", "王总");
            assertThat(text(chinese, 1)).contains("重点资料", "王总");
        }
        byte[] bytes = send(cast.director(), "/accounts/P2/card.pdf", Locale.SIMPLIFIED_CHINESE)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("/FontFile");
    }

    @Test
    void the_brief_adds_what_to_ask_and_what_happened() throws Exception {
        assertThat(page(cast.director(), "/accounts/P1/brief"))
                .contains("To ask for", "not known", "What happened lately", "Business policy");
        assertThat(page(cast.viewer(), "/accounts/P1/brief"))
                .contains("To ask for")
                .doesNotContain("What happened lately")
                .doesNotContain("warm to us");
        try (PdfReader brief = paper(cast.director(), "/accounts/P1/brief.pdf", Locale.SIMPLIFIED_CHINESE)) {
            assertThat(text(brief, 1)).contains("需要询问");
        }
    }

    @Test
    void the_brief_tells_when_we_were_in_touch_about_what_and_when_we_will_be(@Autowired ActivityBench bench)
            throws Exception {
        for (int day = 1; day <= 7; day++) {
            bench.add(cast.director(), "P3", "visit", "2026-11-0" + day, "30", "talk number " + day);
        }
        bench.add(cast.director(), "P3", "coordination", "2026-11-09", "30", "among ourselves");
        bench.add(cast.director(), "P3", "visit", "2026-11-19", "30", "bring the samples");

        String brief = page(cast.director(), "/accounts/P3/brief");
        assertThat(brief)
                .contains(
                        "Recent contacts",
                        "talk number 7",
                        "talk number 3",
                        cast.director().fullName())
                .contains("planned", "bring the samples");
        String contacts = brief.substring(brief.indexOf("Recent contacts"), brief.indexOf("What happened lately"));
        assertThat(contacts).doesNotContain("talk number 2", "among ourselves");
        assertThat(page(cast.viewer(), "/accounts/P3/brief")).doesNotContain("Recent contacts", "bring the samples");
    }

    @Test
    void the_brief_names_whom_a_visitor_meets_to_those_who_may_see_them() throws Exception {
        web.perform(post("/accounts/P3/people")
                        .param("name", "欧阳雪")
                        .param("function", "purchasing")
                        .param("title", "Chief buyer")
                        .param("contactKind", "phone")
                        .param("contactValue", "138 1111 2222")
                        .param("contactNote", "")
                        .param("submission", UUID.randomUUID().toString())
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());

        assertThat(page(cast.director(), "/accounts/P3/brief"))
                .contains("Whom you meet", "欧阳雪", "Chief buyer · Purchasing", "138 1111 2222");
        assertThat(page(cast.viewer(), "/accounts/P3/brief")).doesNotContain("欧阳雪", "Whom you meet");
    }
}
