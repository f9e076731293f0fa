package mainstay.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// What the log of the server tells of what is personal: nothing, whatever becomes of it.
@Story
@ExtendWith(OutputCaptureExtension.class)
class PersonalLogTests {

    private static final String WORD = "keeps canaries";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    LoanBench loans;

    private ResultActions sent(User user, long person, String expires, String seen) throws Exception {
        return web.perform(post("/accounts/PL1/archive/personal/{person}/interests", person)
                .param("word", WORD)
                .param("purpose", "conversation")
                .param("source", "told us so")
                .param("observedOn", "2026-11-10")
                .param("expiresOn", expires)
                .param("seen", seen)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    @Test
    void what_is_kept_refused_overtaken_or_breaks_leaves_no_word_in_the_log(CapturedOutput log) throws Exception {
        archive.accounts("PL1");
        User custodian = cast.another("canary", "金经理", Role.KAM);
        loans.name(archive.card("PL1"), custodian, cast.director());
        long person = people.add("PL1", "鸟先生");

        sent(custodian, person, "2027-05-01", "").andExpect(status().is3xxRedirection());
        sent(custodian, person, "yesterday", "").andExpect(status().isUnprocessableContent());
        sent(custodian, person, "2027-06-01", "999999").andExpect(status().isConflict());
        sent(cast.agent(), person, "2027-06-01", "").andExpect(status().is4xxClientError());
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "alter table dossier.personal_fact add constraint broken check (word <> '" + WORD + "') not valid");
        try {
            String seen = String.valueOf(people.count(custodian, "select max(id) from dossier.personal_fact"));
            sent(custodian, person, "2027-07-01", seen).andExpect(status().is5xxServerError());
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "alter table dossier.personal_fact drop constraint broken");
        }
        web.perform(get("/accounts/PL1/archive/personal/{person}", person).with(cast.signedIn(custodian)))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).contains(WORD));

        assertThat(log.getAll()).contains("broken").doesNotContain(WORD);
    }
}
