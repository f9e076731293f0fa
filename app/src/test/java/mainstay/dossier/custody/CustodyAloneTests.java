package mainstay.dossier.custody;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.Locale;
import mainstay.dossier.Archive;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A firm of one.
@Story
class CustodyAloneTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Test
    void who_is_alone_takes_an_archive_over_and_it_is_on_record() throws Exception {
        archive.accounts("A1");
        cast.viewer();
        User director = cast.director();
        web.perform(post("/accounts/A1/archive/custody")
                        .param("custodian", "" + director.id())
                        .with(cast.signedIn(director)))
                .andExpect(redirectedUrl("/accounts/A1/archive/custody"));

        web.perform(get("/accounts/A1/timeline").locale(Locale.ENGLISH).with(cast.signedIn(director)))
                .andExpect(content().string(containsString("As nobody else works here")));
    }
}
