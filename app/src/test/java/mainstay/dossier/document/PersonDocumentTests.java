package mainstay.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Documents that tell of a person.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonDocumentTests {

    private static final byte[] PDF = "%PDF-1.4\npower of attorney".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @BeforeAll
    void accounts() {
        archive.accounts("P1", "P2");
    }

    private ResultActions keep(User user, String account, String name, String... fields) throws Exception {
        var request = multipart("/accounts/" + account + "/documents")
                .file(new MockMultipartFile("file", name, "application/pdf", PDF));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.content(new byte[1]).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long rows(String name) {
        return people.count(
                cast.director(), "select count(*) from dossier.document_version where name = '" + name + "'");
    }

    @Test
    void it_stands_with_its_account_and_on_the_page_of_the_person() throws Exception {
        long person = people.add("P1", "蔡秉权");
        assertThat(page(cast.director(), "/people/" + person + "/documents"))
                .contains("No documents of this person yet", "/accounts/P1/documents?person=" + person);
        assertThat(page(cast.director(), "/accounts/P1/documents?person=" + person))
                .contains("<option value=\"" + person + "\" selected>");

        keep(cast.director(), "P1", "授权书.pdf", "person", String.valueOf(person), "level", "1")
                .andExpect(redirectedUrl("/accounts/P1/documents"));

        assertThat(page(cast.director(), "/accounts/P1/documents")).contains("授权书.pdf", "/people/" + person);
        assertThat(page(cast.director(), "/people/" + person)).contains("1 document");
        assertThat(page(cast.director(), "/people/" + person + "/documents")).contains("授权书.pdf");
        assertThat(page(cast.viewer(), "/accounts/P1/documents"))
                .as("people are not on the card, so neither is what tells of them")
                .doesNotContain("授权书.pdf");
        web.perform(get("/people/" + person + "/documents").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoever_never_worked_there_has_no_documents_there() throws Exception {
        long elsewhere = people.add("P2", "丁远");
        for (String wrong : new String[] {String.valueOf(elsewhere), "0", "-1", "丁远", "9".repeat(40)}) {
            assertThat(keep(cast.director(), "P1", "no.pdf", "person", wrong)
                            .andExpect(status().isUnprocessableContent())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("Nobody of this account is known by that");
        }
        assertThat(rows("no.pdf")).isZero();
        assertThatThrownBy(() -> people.run(cast.director(), """
                        insert into dossier.document (account_id, owner_kind, owner_id, person_id, part, sensitivity, added_by, added_at)
                        select id, 'account', id, %d, 'basic', 2, 'x', now() from accounts.account where code = 'P1'
                        """.formatted(elsewhere)))
                .hasStackTraceContaining("never worked at this account");
    }

    @Test
    void it_tells_of_a_person_or_of_a_fact() throws Exception {
        long person = people.add("P1", "方圆");
        archive.write("P1", "policy", "strict", "2026-11-01");
        keep(cast.director(), "P1", "both.pdf", "person", String.valueOf(person), "field", "policy")
                .andExpect(status().isUnprocessableContent());
        assertThat(rows("both.pdf")).isZero();
    }

    @Test
    void it_follows_people_who_are_merged_and_comes_back() throws Exception {
        long person = people.add("P1", "高鸣远");
        long twin = people.add("P2", "高明远");
        keep(cast.director(), "P2", "名片.pdf", "person", String.valueOf(twin));
        people.merge(person, twin);
        assertThat(page(cast.director(), "/people/" + person + "/documents")).contains("名片.pdf");
        assertThat(page(cast.director(), "/people/" + twin + "/documents")).contains("名片.pdf");

        long merge = people.count(
                cast.director(), "select max(id) from accounts.person_merge where survivor_id = " + person);
        web.perform(post("/people/{person}/merges/{merge}/undoing", person, merge)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is3xxRedirection());
        assertThat(page(cast.director(), "/people/" + person + "/documents")).doesNotContain("名片.pdf");
        assertThat(page(cast.director(), "/people/" + twin + "/documents")).contains("名片.pdf");
    }

    @Test
    void it_is_erased_with_the_person_content_and_all() throws Exception {
        long person = people.add("P1", "贺知秋");
        keep(cast.director(), "P1", "贺知秋-身份证.pdf", "person", String.valueOf(person), "level", "3");
        keep(cast.director(), "P1", "price-list.pdf");
        assertThat(page(cast.director(), "/search?q=贺知秋")).contains("贺知秋");
        web.perform(post("/people/{id}/erasure", person)
                        .param("askedOn", "2026-11-15")
                        .param("way", "letter")
                        .param("sure", "yes")
                        .with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/people/" + person));

        assertThat(rows("贺知秋-身份证.pdf")).isZero();
        assertThat(rows("price-list.pdf")).as("what tells of nobody stays").isEqualTo(1);
        assertThat(
                        people.count(
                                cast.director(),
                                "select count(*) from dossier.document_piece p where p.version_id not in (select id from dossier.document_version)"))
                .isZero();
        assertThat(page(cast.director(), "/accounts/P1/timeline")).doesNotContain("贺知秋");
        keep(cast.director(), "P1", "late.pdf", "person", String.valueOf(person))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void programs_name_the_person_too() throws Exception {
        long person = people.add("P1", "简行");
        String token = "Bearer " + cast.token(cast.director());
        web.perform(multipart("/api/v1/accounts/P1/documents")
                        .file(new MockMultipartFile("file", "a.pdf", "x/y", PDF))
                        .param("person", String.valueOf(person))
                        .content(new byte[1])
                        .header("Authorization", token))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.person").value(person))
                .andExpect(jsonPath("$.level").value(2));
    }
}
