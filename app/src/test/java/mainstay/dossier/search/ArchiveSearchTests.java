package mainstay.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import mainstay.accounts.search.TextKeys;
import mainstay.dossier.Archive;
import mainstay.dossier.Fact;
import mainstay.dossier.custody.Loan;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Facts and documents in the search of the whole product.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveSearchTests {

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
    ArchiveSearchTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void facts() {
        archive.accounts("S1", "S2", "S3");
        archive.write("S1", "policy", "与长江航运签订五年框架协议", "2026-11-01");
        archive.write("S1", "attitude", "对我们的报价很满意 quokka", "2026-11-01");
        archive.write("S2", "serviceArea", "Yangtze delta, wombat harbour", "2026-11-01");
        archive.write("S3", "lineOfBusiness", "platypus trade", "2026-11-01");
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private String found(User user, String typed) throws Exception {
        return web.perform(get("/search/results")
                        .param("q", typed)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_fact_is_found_by_one_character_by_two_by_pinyin_and_by_words() throws Exception {
        for (String typed : List.of("框", "长江", "框架协议", "changjiang", "kuangjia", "kjxy", "長江")) {
            assertThat(found(cast.director(), typed))
                    .as(typed)
                    .contains("与长江航运签订五年框架协议", "/accounts/S1/archive/policy");
        }
        assertThat(found(cast.director(), "womb harb")).contains("Yangtze delta");
        assertThat(found(cast.director(), "江长")).doesNotContain("框架");
    }

    @Test
    void nobody_finds_what_they_may_not_read_and_what_is_confidential_is_not_told() throws Exception {
        assertThat(found(cast.director(), "quokka"))
                .contains("/accounts/S1/archive/attitude", "confidential")
                .doesNotContain("满意");
        for (User reader : List.of(cast.controller(), cast.viewer(), cast.keyAccountManager())) {
            assertThat(found(reader, "quokka")).as(reader.name()).doesNotContain("/archive/attitude");
        }
        assertThat(found(cast.controller(), "wombat")).contains("Yangtze delta");
        assertThat(found(cast.viewer(), "wombat")).doesNotContain("Yangtze delta");
        assertThat(found(cast.viewer(), "platypus")).contains("platypus trade");
        assertThat(found(cast.keyAccountManager(), "platypus")).doesNotContain("platypus trade");
    }

    @Test
    void grants_and_loans_find_what_they_open_and_no_longer() throws Exception {
        User manager = cast.another("ou", "欧经理", Role.KAM);
        archive.grant("S2", manager, Level.BUSINESS);
        assertThat(found(manager, "wombat")).contains("Yangtze delta");
        assertThat(found(manager, "quokka")).doesNotContain("/archive/attitude");
        User borrower = cast.another("pei", "裴", Role.VIEWER);
        loans.name(archive.card("S1"), manager, cast.another("dai", "戴经理", Role.KAM));
        Loan loan = loans.ask(borrower, "S1", 1, "business");
        loans.decide(manager, loan, "granted");
        assertThat(found(borrower, "quokka")).contains("/archive/attitude");
        assertThat(found(borrower, "长江")).doesNotContain("框架");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        assertThat(found(borrower, "quokka")).doesNotContain("/archive/attitude");
    }

    @Test
    void what_becomes_personal_or_past_is_found_no_more() throws Exception {
        archive.accounts("S4");
        Fact fact = archive.write("S4", "image", "echidna", "2026-11-01");
        assertThat(found(cast.director(), "echidna")).contains("/accounts/S4/archive/image");
        archive.write("S4", "image", "numbat", "2026-11-10", String.valueOf(fact.id()));
        assertThat(found(cast.director(), "echidna")).doesNotContain("/archive/image");
        assertThat(found(cast.director(), "numbat")).contains("/accounts/S4/archive/image");
        TestServer.executeAt(StoryDatabase.ownerUrl(), "update dossier.fact set sensitivity = 4 where word = 'numbat'");
        User member = cast.another("qiu", "邱经理", Role.KAM);
        archive.grant("S4", member, Level.PERSONAL);

        assertThat(found(member, "numbat")).doesNotContain("/archive/image");
        assertThat(keys("numbat")).isZero();
    }

    private long keys(String word) {
        return cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(status -> database.sql(
                                "select count(*) from dossier.search_entry where keys @@ cast(:question as tsquery)")
                        .param("question", TextKeys.question(word))
                        .query(Long.class)
                        .single())));
    }

    @Test
    void documents_are_found_by_their_names_and_keys_are_hidden_from_lower_levels() throws Exception {
        web.perform(multipart("/accounts/S2/documents")
                .file(new MockMultipartFile(
                        "file", "营业执照 bilby.pdf", "x/y", "%PDF-1.4".getBytes(StandardCharsets.UTF_8)))
                .content(new byte[1])
                .with(cast.signedIn(cast.director())));
        assertThat(found(cast.director(), "yingye")).contains("营业执照 bilby.pdf", "/accounts/S2/documents#document-");
        assertThat(found(cast.viewer(), "bilby")).doesNotContain("营业执照");
        Long keys = cast.as(
                cast.controller(),
                () -> transactions.execute(status -> database.sql("select count(*) from dossier.search_entry")
                        .query(Long.class)
                        .single()));
        assertThat(keys).isZero();
    }

    @Test
    void nothing_that_is_typed_breaks_the_question() throws Exception {
        for (String typed :
                List.of("'", "a'b:*|!(", "\\", "😀", "%", "& |", "مرحبا", "a".repeat(100), "中".repeat(100))) {
            assertThat(found(cast.director(), typed)).as(typed).isNotEmpty();
        }
        web.perform(get("/api/v1/search?q=wombat").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.besides[0].snippet").value("Yangtze delta, wombat harbour"));
    }

    @Test
    void a_token_that_does_not_read_the_archive_does_not_search_it() throws Exception {
        for (TokenScope scope : List.of(TokenScope.READ, TokenScope.READ_ARCHIVE)) {
            Set<TokenScope> scopes = EnumSet.of(TokenScope.READ, scope);
            String token = cast.token(cast.director(), scopes.toArray(TokenScope[]::new));
            String answer = web.perform(get("/api/v1/search?q=wombat").header("Authorization", "Bearer " + token))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(answer.contains("Yangtze delta")).as(scope.code()).isEqualTo(scope == TokenScope.READ_ARCHIVE);
        }
    }

    @Test
    void keys_that_came_too_late_go_with_the_next_derivation() throws Exception {
        archive.accounts("S5");
        Fact fact = archive.write("S5", "image", "potoroo", "2026-11-01");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update dossier.fact set sensitivity = 4 where id = " + fact.id(),
                "insert into dossier.search_entry (kind, ref_id, keys) values ('fact', " + fact.id()
                        + ", 'late'::tsvector)");
        found(cast.director(), "potoroo");
        Long left = cast.as(
                cast.director(),
                () -> transactions.execute(status -> database.sql(
                                "select count(*) from dossier.search_entry where kind = 'fact' and ref_id = :id")
                        .param("id", fact.id())
                        .query(Long.class)
                        .single()));
        assertThat(left).isZero();
    }
}
