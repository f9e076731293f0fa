package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// One credit code under two names is proposed to be merged.
@Story
class RegisteredTwinsTests {

    private static final String CODE = "91350100M000100Y43";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    private String candidates(String code) throws Exception {
        return web.perform(get("/accounts/{code}/merges", code)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.controller())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void accounts_with_one_credit_code_are_proposed() throws Exception {
        archive.accounts("ALPHA", "OMEGA", "SIGMA");
        archive.write("ALPHA", "creditCode", CODE, "2026-01-01");
        assertThat(candidates("ALPHA")).doesNotContain("OMEGA");
        archive.write("OMEGA", "creditCode", CODE, "2026-02-01");

        assertThat(candidates("ALPHA")).contains("OMEGA").doesNotContain("SIGMA");
        assertThat(candidates("SIGMA")).doesNotContain("OMEGA");
    }
}
