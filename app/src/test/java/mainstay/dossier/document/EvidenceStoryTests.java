package mainstay.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.dossier.Fact;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Facts name the documents that they rest on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceStoryTests {

    private static final byte[] PDF = "%PDF-1.4\nminutes".getBytes(StandardCharsets.UTF_8);
    private static final String NAMED = "select count(*) from dossier.fact_evidence";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    MergeBench merges;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private final TransactionTemplate transactions;
    private User manager;

    @Autowired
    EvidenceStoryTests(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    @BeforeAll
    void accounts() {
        archive.accounts("E1", "E2", "E3", "E4", "E5", "E6", "E7");
        manager = cast.another("yu", "余经理", Role.KAM);
        for (String code : new String[] {"E1", "E2", "E5"}) {
            archive.grant(code, manager, Level.FULL);
        }
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions open(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions prove(User user, String address, Fact seen, String document, byte[] file) throws Exception {
        return web.perform(multipart(address + "/evidence")
                .file(new MockMultipartFile("file", file.length == 0 ? "" : "minutes.pdf", "text/html", file))
                .param("seen", "" + seen.id())
                .param("document", document)
                .content(new byte[1])
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    private long keep(String code, String name, String level) throws Exception {
        web.perform(multipart("/accounts/" + code + "/documents")
                        .file(new MockMultipartFile("file", name, "text/html", PDF))
                        .param("level", level)
                        .content(new byte[1])
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());
        return cast.as(cast.director(), () -> documents.of(archive.card(code).id()))
                .getFirst()
                .id();
    }

    private long count(User reader, String sql) {
        return cast.as(
                reader,
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql(sql).query(Long.class).single())));
    }

    @Test
    void a_file_is_kept_for_a_fact_and_shown_beside_it_and_in_its_history() throws Exception {
        Fact fact = archive.write("E1", "attitude", "warm", "2026-11-01");
        String address = "/accounts/E1/archive/attitude";
        prove(manager, address, fact, "", new byte[0])
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a document, or a file.")));
        prove(manager, address, fact, "", "MZ no document\u0000".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Files of this kind are not taken")));
        prove(manager, address, fact, "", PDF).andExpect(redirectedUrl(address));

        Document kept =
                cast.as(manager, () -> documents.of(archive.card("E1").id())).getFirst();
        assertThat(kept.level()).isEqualTo(Level.FULL);
        for (String page : new String[] {address, "/accounts/E1/archive"}) {
            open(manager, page)
                    .andExpect(content()
                            .string(containsString(
                                    "/accounts/E1/documents/" + kept.id() + "/1?show=true\"><bdi>minutes.pdf")));
        }
        open(cast.controller(), "/accounts/E1/archive").andExpect(content().string(not(containsString("minutes.pdf"))));
    }

    @Test
    void a_document_of_the_account_is_named_once_and_stays_when_the_value_is_confirmed_anew() throws Exception {
        Fact fact = archive.write("E2", "attitude", "cool", "2026-11-01");
        long document = keep("E2", "letter.pdf", "2");
        String address = "/accounts/E2/archive/attitude";
        open(manager, address)
                .andExpect(content().string(containsString("<option value=\"" + document + "\">letter.pdf")));
        prove(manager, address, fact, "" + document, new byte[0]).andExpect(redirectedUrl(address));
        prove(manager, address, fact, "" + document, new byte[0]).andExpect(redirectedUrl(address));
        open(manager, address)
                .andExpect(content().string(containsString("<bdi>letter.pdf</bdi>")))
                .andExpect(content().string(not(containsString("<option value=\"" + document))));

        web.perform(post(address + "/reconfirmation")
                        .param("seen", "" + fact.id())
                        .with(cast.signedIn(manager)))
                .andExpect(status().is3xxRedirection());
        assertThat(count(manager, NAMED)).isEqualTo(2);
        open(manager, "/accounts/E2/archive").andExpect(content().string(containsString("letter.pdf")));
        prove(manager, address, fact, "" + document, new byte[0])
                .andExpect(redirectedUrl(address))
                .andExpect(result -> assertThat(result.getFlashMap().toString()).contains("archive.moved"));
    }

    @Test
    void who_does_not_see_both_learns_of_nothing() throws Exception {
        Fact open = archive.write("E3", "policy", "strict", "2026-11-01");
        Fact closed = archive.write("E3", "problems", "late", "2026-11-01");
        long secret = keep("E3", "secret.pdf", "3");
        long plain = keep("E3", "plain.pdf", "2");
        String archived = "/accounts/E3/archive/";
        prove(cast.director(), archived + "policy", open, "" + secret, new byte[0]);
        prove(cast.director(), archived + "problems", closed, "" + plain, new byte[0]);
        prove(cast.director(), archived + "policy", open, "" + plain, new byte[0]);

        assertThat(count(cast.director(), NAMED + " where fact_id in (" + open.id() + ", " + closed.id() + ")"))
                .isEqualTo(3);
        for (User reader : new User[] {cast.controller(), cast.administrator()}) {
            assertThat(count(reader, NAMED + " where document_id = " + secret)).isZero();
            assertThat(count(reader, NAMED + " where fact_id = " + closed.id())).isZero();
            assertThat(count(reader, "select count(*) from dossier.evidence where fact_id = " + open.id()))
                    .isEqualTo(1);
            open(reader, "/accounts/E3/archive")
                    .andExpect(content().string(containsString("plain.pdf")))
                    .andExpect(content().string(not(containsString("secret.pdf"))));
        }
        for (User nobody : new User[] {cast.viewer(), cast.agent(), cast.keyAccountManager()}) {
            assertThat(count(nobody, NAMED)).isZero();
        }
    }

    @Test
    void nobody_names_or_takes_off_what_is_not_theirs_to_write() throws Exception {
        Fact fact = archive.write("E4", "policy", "strict", "2026-11-01");
        long here = keep("E4", "here.pdf", "2");
        long elsewhere = keep("E5", "elsewhere.pdf", "2");
        prove(cast.director(), "/accounts/E4/archive/policy", fact, "" + elsewhere, new byte[0])
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no such document of this account")));
        prove(cast.viewer(), "/accounts/E4/archive/policy", fact, "" + here, new byte[0])
                .andExpect(status().isForbidden());
        for (String forbidden : new String[] {
            "insert into dossier.fact_evidence values (" + fact.id() + ", " + elsewhere + ", 'x', now())",
            "update dossier.fact_evidence set named_by = 'x'",
            "delete from dossier.fact_evidence"
        }) {
            assertThatThrownBy(() -> cast.as(
                            cast.director(),
                            () -> transactions.execute(
                                    status -> database.sql(forbidden).update())))
                    .as(forbidden)
                    .hasStackTraceContaining("ERROR");
        }
        String own = "insert into dossier.fact_evidence values (" + fact.id() + ", " + here + ", 'x', now())";
        for (User reader : new User[] {cast.viewer(), cast.agent(), manager}) {
            assertThatThrownBy(() -> cast.as(
                            reader,
                            () -> transactions.execute(
                                    status -> database.sql(own).update())))
                    .as(reader.name())
                    .hasStackTraceContaining("ERROR");
        }
    }

    @Test
    void evidence_follows_a_merge_and_its_undoing() throws Exception {
        Fact fact = archive.write("E7", "policy", "strict", "2026-11-01");
        long document = keep("E7", "moved.pdf", "2");
        prove(cast.director(), "/accounts/E7/archive/policy", fact, "" + document, new byte[0]);

        long merge = merges.merge("E6", "E7").orElseThrow();
        open(cast.director(), "/accounts/E6/archive")
                .andExpect(content().string(containsString("/accounts/E6/documents/" + document + "/1")));
        merges.undo(merge);

        open(cast.director(), "/accounts/E6/archive").andExpect(content().string(not(containsString("moved.pdf"))));
        open(cast.director(), "/accounts/E7/archive")
                .andExpect(content().string(containsString("/accounts/E7/documents/" + document + "/1")));
    }

    @Test
    void programs_read_and_name_evidence() throws Exception {
        Fact fact = archive.write("E5", "attitude", "warm", "2026-11-01");
        long document = keep("E5", "contract.pdf", "2");
        String token = "Bearer " + cast.token(manager);
        String body = "{\"seen\": %d, \"document\": %d}";
        web.perform(post("/api/v1/accounts/E5/facts/attitude/evidence")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(fact.id(), document))
                        .header("Authorization", token))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].href").value("/api/v1/accounts/E5/documents/" + document + "/content"));
        web.perform(post("/api/v1/accounts/E5/facts/attitude/evidence")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(fact.id() + 1000, document))
                        .header("Authorization", token))
                .andExpect(status().isConflict());

        web.perform(get("/api/v1/accounts/E5/facts").header("Authorization", token))
                .andExpect(jsonPath("$.facts[?(@.field == 'attitude')].documents[0].name")
                        .value("contract.pdf"));
    }
}
