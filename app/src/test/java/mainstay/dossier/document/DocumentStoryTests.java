package mainstay.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonFiles;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.Loan;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Files about accounts.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentStoryTests {

    private static final byte[] PDF = "%PDF-1.4\nlicence".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    MergeBench merges;

    @Autowired
    StandingClock clock;

    @Autowired
    Documents documents;

    @Autowired
    PersonFiles people;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private final PlatformTransactionManager manager;
    private User manager1;

    @Autowired
    DocumentStoryTests(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    @BeforeAll
    void accounts() {
        archive.accounts("D1", "D2", "D3", "D4", "D5", "D6");
        manager1 = cast.another("ji", "纪经理", Role.KAM);
        archive.grant("D1", manager1, Level.FULL);
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions sent(User user, String address, String name, byte[] bytes, String... fields)
            throws Exception {
        var request = multipart(address).file(new MockMultipartFile("file", name, "text/html", bytes));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.content(new byte[1]).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions send(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private Document only(String code) {
        return cast.as(cast.director(), () -> documents.of(archive.card(code).id()))
                .getFirst();
    }

    @Test
    void a_file_is_kept_whole_and_comes_back_as_it_was() throws Exception {
        byte[] large = new byte[600_000];
        new Random(7).nextBytes(large);
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        sent(manager1, "/accounts/D1/documents", "../营业执照 😀.pdf", large, "level", "2", "part", "basic")
                .andExpect(redirectedUrl("/accounts/D1/documents"));
        Document kept = only("D1");

        send(manager1, "/accounts/D1/documents")
                .andExpect(content().string(containsString("<bdi>营业执照 😀.pdf</bdi>")))
                .andExpect(content().string(containsString("PDF · 586 KB")));
        byte[] back = send(manager1, "/accounts/D1/documents/" + kept.id() + "/1")
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(back).isEqualTo(large);
        send(manager1, "/accounts/D1/timeline")
                .andExpect(content().string(containsString("营业执照 😀.pdf\u2069 was kept")));
        send(manager1, "/accounts/D2/documents/" + kept.id() + "/1").andExpect(status().isNotFound());
    }

    @Test
    void a_file_that_is_sent_twice_is_kept_once() throws Exception {
        archive.accounts("DT");
        String address = "/accounts/DT/documents";
        String submission = UUID.randomUUID().toString();
        byte[] other = "%PDF-1.4\nother".getBytes(StandardCharsets.UTF_8);
        for (int click = 0; click < 2; click++) {
            sent(cast.director(), address, "twice.pdf", PDF, "submission", submission)
                    .andExpect(redirectedUrl(address));
        }
        assertThat(called("twice.pdf")).hasSize(1);
        assertThat(called("twice.pdf").getFirst().versions()).hasSize(1);

        sent(cast.director(), address, "twice.pdf", other, "submission", submission)
                .andExpect(redirectedUrl(address));
        assertThat(called("twice.pdf")).hasSize(2);
        send(cast.director(), address)
                .andExpect(content().string(matchesPattern("(?s).*name=\"submission\" value=\"[0-9a-f-]{36}\".*")));
    }

    private List<Document> called(String name) {
        long account = archive.card("DT").id();
        return cast.as(cast.director(), () -> documents.of(account)).stream()
                .filter(document -> document.newest().name().equals(name))
                .toList();
    }

    @Test
    void only_what_a_browser_does_not_run_is_shown_in_it() throws Exception {
        byte[] picture = "\u0089PNG\r\n\u001a\n....".getBytes(StandardCharsets.ISO_8859_1);
        sent(cast.director(), "/accounts/D2/documents", "shop.png", picture, "level", "1");
        Document shown = only("D2");
        send(cast.viewer(), "/accounts/D2/documents/" + shown.id() + "/1?show=true")
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
        sent(
                cast.director(),
                "/accounts/D2/documents",
                "page.html",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        Document text = only("D2");
        send(cast.director(), "/accounts/D2/documents/" + text.id() + "/1?show=true")
                .andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''page.html.txt")));
    }

    @Test
    void what_is_wrong_is_refused_at_its_field_and_nothing_is_kept() throws Exception {
        User director = cast.director();
        String address = "/accounts/D3/documents";
        sent(director, address, "letter.pdf", "MZ\u0000\u0001".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Files of this kind are not taken")));
        sent(director, address, "none.pdf", new byte[0])
                .andExpect(content().string(containsString("Choose a file that is not empty")));
        sent(director, address, "a.pdf", PDF, "level", "4").andExpect(status().isUnprocessableContent());
        sent(director, address, "a.pdf", PDF, "part", "personal").andExpect(status().isUnprocessableContent());
        sent(director, address, "a.pdf", PDF, "field", "attitude")
                .andExpect(content().string(containsString("Nothing stands in this field")));
        byte[] huge = new byte[(20 << 20) + 1];
        System.arraycopy(PDF, 0, huge, 0, PDF.length);
        sent(director, address, "huge.pdf", huge).andExpect(content().string(containsString("larger than 20 MB")));
        sent(cast.viewer(), address, "a.pdf", PDF).andExpect(status().isForbidden());
        sent(manager1, address, "a.pdf", PDF).andExpect(status().isNotFound());

        assertThat(cast.as(director, () -> documents.of(archive.card("D3").id())))
                .isEmpty();
    }

    @Test
    void who_does_not_reach_its_level_reads_nothing_of_it_anywhere() throws Exception {
        archive.write("D4", "attitude", "warm", "2026-11-01");
        sent(cast.director(), "/accounts/D4/documents", "secret-minutes.pdf", PDF, "field", "attitude", "level", "1");
        Document secret = only("D4");
        assertThat(secret.level()).isEqualTo(Level.FULL);
        assertThat(secret.part().code()).isEqualTo("business");

        for (String page : List.of("/accounts/D4/documents", "/accounts/D4/timeline")) {
            send(cast.controller(), page).andExpect(content().string(not(containsString("secret-minutes"))));
        }
        send(cast.controller(), "/accounts/D4/documents/" + secret.id() + "/1").andExpect(status().isNotFound());
        assertThat(rows(cast.controller(), "document_version")).isZero();
        assertThat(rows(cast.controller(), "document_piece")).isZero();
        assertThat(rows(cast.director(), "document_piece")).isPositive();
        User borrower = cast.another("ke", "柯", Role.VIEWER);
        loans.name(archive.card("D4"), manager1, cast.another("dai", "戴经理", Role.KAM));
        Loan loan = loans.ask(borrower, "D4", 2, "business");
        loans.decide(manager1, loan, "granted");
        send(borrower, "/accounts/D4/documents/" + secret.id() + "/1").andExpect(status().isOk());
        assertThat(looks(borrower)).containsExactly("document business 3 " + secret.id() + "/1");
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        send(borrower, "/accounts/D4/documents/" + secret.id() + "/1").andExpect(status().isNotFound());
    }

    private long rows(User user, String table) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(new TransactionTemplate(manager)
                        .execute(status -> database.sql("""
                                select count(*) from dossier.%s p
                                """.formatted(table)
                                        + (table.equals("document_piece")
                                                ? "join dossier.document_version v on v.id = p.version_id where v.name = 'secret-minutes.pdf'"
                                                : "where p.name = 'secret-minutes.pdf'"))
                                .query(Long.class)
                                .single())));
    }

    private List<String> looks(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(new TransactionTemplate(manager)
                        .execute(status -> database.sql("""
                        select what || ' ' || array_to_string(parts, '+') || ' ' || level || coalesce(' ' || detail, '')
                        from dossier.look where user_id = :user order by id
                        """)
                                .param("user", user.id())
                                .query(String.class)
                                .list())));
    }

    @Test
    void later_versions_and_retirement_leave_everything_readable() throws Exception {
        User director = cast.director();
        sent(director, "/accounts/D5/documents", "contract.pdf", PDF);
        long id = only("D5").id();
        String address = "/accounts/D5/documents/" + id;
        sent(director, address + "/versions", "contract.pdf", PDF).andExpect(status().isConflict());
        sent(director, address + "/versions", "contract-2.txt", "second".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is3xxRedirection());
        web.perform(post(address + "/retirement").locale(Locale.ENGLISH).with(cast.signedIn(director)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Say why")));
        web.perform(post(address + "/retirement").param("reason", "expired").with(cast.signedIn(director)))
                .andExpect(status().is3xxRedirection());

        send(director, "/accounts/D5/documents")
                .andExpect(content().string(containsString("contract-2.txt")))
                .andExpect(content().string(containsString("<bdi>expired</bdi>")));
        send(director, address + "/1").andExpect(content().bytes(PDF));
        sent(director, address + "/versions", "c.txt", "third".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isConflict());
        send(director, "/accounts/D5/timeline").andExpect(content().string(containsString("was put aside")));
    }

    @Test
    void nothing_is_kept_where_the_scanner_says_so_or_says_nothing() throws IOException {
        Path file = Files.write(folder.resolve("one.pdf"), PDF);
        for (int exit : List.of(1, 2)) {
            DocumentDesk desk = desk(VirusScanTests.script(folder, "exit " + exit));
            DocumentOutcome outcome = cast.as(
                    cast.director(),
                    () -> desk.add(archive.card("D6"), DocumentForm.empty(), new DocumentDesk.Sent("one.pdf", file)));
            assertThat(outcome).isInstanceOf(DocumentOutcome.Refused.class);
        }
        assertThat(cast.as(
                        cast.director(), () -> documents.of(archive.card("D6").id())))
                .isEmpty();
        DocumentDesk desk = desk(VirusScanTests.script(folder, "exit 0"));
        cast.as(
                cast.director(),
                () -> desk.add(archive.card("D6"), DocumentForm.empty(), new DocumentDesk.Sent("one.pdf", file)));
        assertThat(only("D6").newest().scanned()).isTrue();
    }

    private DocumentDesk desk(String command) {
        return new DocumentDesk(
                documents,
                people,
                new VirusScan(command, Duration.ofSeconds(20)),
                DataSize.ofMegabytes(1),
                manager,
                clock());
    }

    private Clock clock() {
        return clock;
    }

    @Test
    void documents_follow_a_merge_and_its_undoing() throws Exception {
        archive.accounts("D7", "D8");
        sent(cast.director(), "/accounts/D8/documents", "moved.pdf", PDF);
        long merge = merges.merge("D7", "D8").orElseThrow();
        send(cast.director(), "/accounts/D7/documents").andExpect(content().string(containsString("moved.pdf")));
        merges.undo(merge);

        send(cast.director(), "/accounts/D7/documents").andExpect(content().string(not(containsString("moved.pdf"))));
        send(cast.director(), "/accounts/D8/documents").andExpect(content().string(containsString("moved.pdf")));
    }

    @Test
    void a_document_follows_the_field_of_its_fact_and_nobody_changes_what_is_kept() throws Exception {
        archive.accounts("D9");
        archive.write("D9", "policy", "strict", "2026-11-01");
        sent(cast.director(), "/accounts/D9/documents", "policy.pdf", PDF, "field", "policy", "level", "2");
        for (String forbidden : List.of(
                "update dossier.document_version set name = 'x'",
                "update dossier.document set sensitivity = 1",
                "delete from dossier.document",
                "delete from dossier.document_piece",
                "insert into dossier.document_piece (version_id, n, content) select max(id), 5, '\\x00' from dossier.document_version")) {
            assertThatThrownBy(() -> cast.as(
                            cast.director(),
                            () -> new TransactionTemplate(manager)
                                    .execute(status -> database.sql(forbidden).update())))
                    .as(forbidden)
                    .hasStackTraceContaining("ERROR");
        }
        Level level = cast.as(
                cast.director(),
                () -> new TransactionTemplate(manager).execute(status -> {
                    status.setRollbackOnly();
                    database.sql("update dossier.field set sensitivity = 3 where code = 'policy'")
                            .update();
                    return documents.of(archive.card("D9").id()).getFirst().level();
                }));
        assertThat(level).isEqualTo(Level.FULL);
    }

    @Test
    void programs_do_the_same() throws Exception {
        archive.accounts("E1");
        String token = "Bearer " + cast.token(cast.director());
        web.perform(multipart("/api/v1/accounts/E1/documents")
                        .file(new MockMultipartFile("file", "a.pdf", "x/y", PDF))
                        .content(new byte[1])
                        .header("Authorization", token))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.versions[0].kind").value("pdf"));
        long id = only("E1").id();
        web.perform(get("/api/v1/accounts/E1/documents/" + id + "/content").header("Authorization", token))
                .andExpect(content().bytes(PDF));
        web.perform(post("/api/v1/accounts/E1/documents/" + id + "/retirement")
                        .contentType("application/json")
                        .content("{\"reason\":\"old\"}")
                        .header("Authorization", token))
                .andExpect(status().isNoContent());
        web.perform(get("/api/v1/accounts/E1/documents").header("Authorization", token))
                .andExpect(jsonPath("$[0].retired").value("old"));
    }
}
