package mainstay.planning.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Standings;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The deck for the meeting about a plan, from the page of the plan to the file that is read again.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeckStoryTests {

    private static final String HOSTILE = "广东华兴大型机械设备进出口贸易有限责任公司 <b>Harbour & Tools</b> =cmd|' /C calc'!A0 "
            .repeat(2)
            .strip();

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    JdbcClient database;

    private final TransactionTemplate transactions;
    private User manager;
    private long plan;

    @Autowired
    DeckStoryTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void ledger(@Autowired ImportDesk imports, @Autowired Standings standings) throws Exception {
        TermsTestbed.bring(
                imports,
                Kind.ACCOUNTS,
                "code,name\nDA,Harbour Tools\nDB,Quiet Trading\nDX,\"%s\"\n".formatted(HOSTILE.replace("\"", "\"\"")));
        StringBuilder sales =
                new StringBuilder("customer,document,line,date,product,productName,category,amount,cost\n");
        for (int month = 1; month <= 22; month++) {
            LocalDate day = LocalDate.of(2025, 1, 4).plusMonths(month);
            sales.append(
                    "DA,A%d,1,%s,G1,Green tea,tea,%d,%d%n".formatted(month, day, 1000 + 50 * month, 600 + 20 * month));
            sales.append("DX,X%d,1,%s,,,,%d,%n".formatted(month, day, 300));
        }
        TermsTestbed.bring(imports, Kind.SALES, sales.toString());
        manager = cast.another("deng", "邓经理", Role.KAM);
        for (String code : new String[] {"DA", "DB", "DX"}) {
            archive.grant(code, manager, Level.FULL);
        }
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
        archive.write("DA", "potential", "twice as much in the north", "2026-11-01");
        archive.write("DA", "ourRelations", "close to the owner's brother", "2026-11-01");
        people.add("DA", "欧阳雪");
        plan = start();
        review();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private long start() throws Exception {
        return start("Grow with Harbour", "2026-11-01", "2027-10-31");
    }

    private long start(String title, String from, String to) throws Exception {
        send(
                        manager,
                        post("/accounts/DA/plan")
                                .param("playbook", "grow")
                                .param("title", title)
                                .param("periodFrom", from)
                                .param("periodTo", to)
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        return people.count(cast.director(), "select max(id) from planning.plan");
    }

    private void review() throws Exception {
        send(
                        manager,
                        post("/plans/{id}/reviews", plan)
                                .param("heldOn", "2026-11-16")
                                .param("attendees", "邓经理, Ms Wu")
                                .param("rating", "4")
                                .param("summary", "Going well")
                                .param("decisions", "Send samples to the north")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
    }

    private byte[] file(User user, String address) throws Exception {
        return send(user, get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String slides(User user, String address) throws Exception {
        StringBuilder text = new StringBuilder();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file(user, address)))) {
            show.getSlides().forEach(slide -> slide.getShapes().forEach(shape -> text.append(words(shape))));
        }
        return text.toString();
    }

    private static String words(XSLFShape shape) {
        if (shape instanceof XSLFTable table) {
            StringBuilder text = new StringBuilder();
            table.getRows()
                    .forEach(row -> row.getCells()
                            .forEach(cell -> text.append(cell.getText()).append('\n')));
            return text.toString();
        }
        return shape instanceof XSLFTextShape words ? words.getText() + "\n" : "";
    }

    private static String text(PdfReader paper) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= paper.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(paper).getTextFromPage(page)).append('\n');
        }
        return Normalizer.normalize(text.toString(), Normalizer.Form.NFKC);
    }

    @Test
    void the_plan_offers_its_deck_and_does_so_at_once_after_a_review() throws Exception {
        String page = send(manager, get("/plans/{id}", plan))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Make the deck", "id=\"deck\" open", "action=\"/accounts/DA/deck.pptx\"")
                .contains("formaction=\"/accounts/DA/deck.pdf\"", "name=\"plan\" value=\"" + plan + "\"");
        assertThat(send(manager, get("/accounts/DB/plan"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Make the deck", "action=\"/accounts/DB/deck.pptx\"");
    }

    @Test
    void the_slides_tell_position_business_value_people_plan_and_decisions() throws Exception {
        send(manager, get("/accounts/DA/deck.pptx"))
                .andExpect(header().string("Content-Disposition", containsString("review-DA-2026-11-16.pptx")));

        assertThat(slides(manager, "/accounts/DA/deck.pptx"))
                .contains("Plan review", "Harbour Tools", "Grow with Harbour", "邓经理")
                .contains("Share of wallet", "twice as much in the north")
                .contains("Sales of twelve months", "tea")
                .contains("Profit before rebates", "Goods")
                .contains("欧阳雪", "not yet")
                .contains("Not written yet. Who are they")
                .contains("Sales of twelve months", "Base", "Stretch", "Challenge")
                .contains("Guide them on site in stock and display")
                .contains("No risk is written down")
                .contains("Name a test when you plan work")
                .contains("Decision to do", "Send samples to the north", "Going well", "4 of 5");
    }

    @Test
    void the_maker_chooses_the_language() throws Exception {
        assertThat(slides(manager, "/accounts/DA/deck.pptx?language=zh-CN"))
                .contains("计划回顾", "待定事项", "采购份额", "Harbour Tools")
                .doesNotContain("Share of wallet");
        assertThat(slides(manager, "/accounts/DA/deck.pptx?language=zh-TW")).contains("計劃回顧", "待定事項");
        send(manager, get("/accounts/DA/deck.pptx?language=fr")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void paper_has_the_same_pages_and_brings_its_chinese_letters_along() throws Exception {
        byte[] bytes = file(manager, "/accounts/DA/deck.pdf?language=zh-CN");
        try (PdfReader paper = new PdfReader(bytes);
                XMLSlideShow show = new XMLSlideShow(
                        new ByteArrayInputStream(file(manager, "/accounts/DA/deck.pptx?language=zh-CN")))) {
            assertThat(paper.getNumberOfPages())
                    .isEqualTo(show.getSlides().size())
                    .isBetween(11, 14);
            assertThat(text(paper)).contains("计划回顾", "邓经理", "欧阳雪", "待定事项", "Send samples to the north");
        }
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("/FontFile");
        assertThat(bytes.length).isLessThan(1_000_000);
    }

    @Test
    void what_is_not_known_is_said_in_words_with_what_to_do() throws Exception {
        assertThat(slides(manager, "/accounts/DB/deck.pptx"))
                .contains("No plan runs for this account", "Start one from a template")
                .contains("No sales in the last two years", "Not known yet: the ledger holds no sales of this account.")
                .contains("Not known yet: give products their cost")
                .contains("Not known yet: write down who decides")
                .contains("Nothing is written down yet. Write down visits and calls")
                .contains("No open need is written down")
                .contains("Nothing waits for a decision");
    }

    @Test
    void a_hostile_name_is_only_a_name() throws Exception {
        String name = HOSTILE.replaceAll("\\s+", " ").substring(0, 20);

        assertThat(slides(manager, "/accounts/DX/deck.pptx")).contains(name, "<b>Harbour");
        try (PdfReader paper = new PdfReader(file(manager, "/accounts/DX/deck.pdf"))) {
            assertThat(text(paper)).contains("Harbour & Tools");
        }
    }

    @Test
    void a_deck_holds_what_its_maker_may_see_and_says_so() throws Exception {
        String whole = slides(manager, "/accounts/DA/deck.pptx");
        User controller = cast.another("dou", "窦会计", Role.CONTROLLER);
        String business = slides(controller, "/accounts/DA/deck.pptx");

        assertThat(whole).contains("close to the owner's brother", "confidential facts among it", "邓经理, Nov 16, 2026");
        assertThat(business)
                .contains("twice as much in the north", "without the confidential parts of the archive")
                .doesNotContain("close to the owner's brother");
        send(cast.viewer(), get("/accounts/DA/deck.pptx")).andExpect(status().isForbidden());
        send(cast.keyAccountManager(), get("/accounts/DA/deck.pptx")).andExpect(status().isNotFound());
        assertThat(looks(controller)).isEmpty();
        assertThat(looks(manager)).contains("export business deck");
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
    void what_is_personal_stays() throws Exception {
        archive.write("DX", "direction", "wants to retire to his island", "2026-11-01");
        User member = cast.another("dai", "戴经理", Role.KAM);
        archive.grant("DX", member, Level.PERSONAL);
        assertThat(slides(member, "/accounts/DX/deck.pptx")).contains("island");

        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update dossier.field set sensitivity = 4 where code = 'direction'");
        assertThat(slides(member, "/accounts/DX/deck.pptx")).doesNotContain("island");
    }

    @Test
    void each_deck_that_leaves_is_noted() throws Exception {
        file(manager, "/accounts/DB/deck.pdf?language=zh-TW");

        String noted = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql("""
                        select detail ->> 'what' from activity.entry where kind = 'dataExported' order by id desc limit 1
                        """).query(String.class).single())));
        assertThat(noted).isEqualTo("/accounts/DB/deck.pdf?language=zh-TW");
    }

    @Test
    void only_plans_of_the_account_can_be_asked_for() throws Exception {
        send(manager, get("/accounts/DB/deck.pptx?plan=" + plan)).andExpect(status().isNotFound());
        assertThat(slides(manager, "/accounts/DA/deck.pptx?plan=" + plan)).contains("Grow with Harbour");
        send(manager, get("/accounts/DA/deck.docx")).andExpect(status().isNotFound());
    }

    @Test
    void without_a_choice_the_plan_of_today_is_shown_and_of_requests_only_that_they_wait() throws Exception {
        long later = start("Harbour the year after", "2027-11-01", "2028-10-31");
        long version = people.count(cast.director(), "select version from planning.plan where id = " + later);
        send(
                        manager,
                        post("/plans/{id}/approval", later)
                                .param("reason", "twelve new shops")
                                .param("version", String.valueOf(version)))
                .andExpect(status().is3xxRedirection());

        String slides = slides(manager, "/accounts/DA/deck.pptx");
        assertThat(slides).contains("Grow with Harbour").doesNotContain("Harbour the year after", "twelve new shops");
        assertThat(slides).contains("Plan of an account");
    }

    @Test
    void programs_get_the_same_with_the_scope_of_the_archive() throws Exception {
        web.perform(get("/api/v1/accounts/DA/deck.pdf").header("Authorization", "Bearer " + cast.token(manager)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
        web.perform(get("/api/v1/accounts/DA/deck.pdf")
                        .header("Authorization", "Bearer " + cast.token(manager, TokenScope.READ)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").exists());
        assertThat(looks(manager)).contains("api business deck");
    }
}
