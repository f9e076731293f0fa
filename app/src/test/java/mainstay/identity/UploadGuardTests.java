package mainstay.identity;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// Nobody fills our disk without having signed in.
@Story
class UploadGuardTests {

    private static final MockMultipartFile FILE =
            new MockMultipartFile("file", "sales.csv", "text/csv", "customer\n".getBytes(StandardCharsets.UTF_8));

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void a_stranger_with_a_file_is_sent_to_the_sign_in_page() throws Exception {
        for (String path : new String[] {"/imports/drafts", "/imports/7/correction"}) {
            web.perform(multipart(path).file(FILE)).andExpect(redirectedUrl("/sign-in"));
        }
    }

    @Test
    void a_program_without_a_token_is_refused() throws Exception {
        web.perform(multipart("/api/v1/imports").file(FILE))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.status").value(401));
        web.perform(multipart("/api/v1/imports").file(FILE).header("Authorization", "Bearer mst_wrong"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void other_addresses_take_no_files_from_anybody() throws Exception {
        for (String path : new String[] {"/sign-in", "/sign-out", "/settings/firm", "/api/v1/accounts", "/error"}) {
            web.perform(multipart(path).file(FILE)).andExpect(status().isUnsupportedMediaType());
            web.perform(multipart(path).file(FILE).with(cast.signedIn(cast.administrator())))
                    .andExpect(status().isUnsupportedMediaType())
                    .andExpect(content().string(containsString("not understood here")));
        }
    }

    @Test
    void whoever_may_not_import_cannot_fill_the_disk_either() throws Exception {
        for (Role role : List.of(Role.KAM, Role.AGENT, Role.VIEWER)) {
            web.perform(multipart("/imports/drafts").file(FILE).with(cast.signedIn(cast.withRole(role))))
                    .andExpect(status().isForbidden());
            web.perform(multipart("/api/v1/imports")
                            .file(FILE)
                            .header("Authorization", "Bearer " + cast.token(cast.withRole(role))))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.status").value(403));
        }
    }

    @Test
    void whoever_may_import_passes() throws Exception {
        web.perform(multipart("/imports/7/correction").file(FILE).with(cast.signedIn(cast.administrator())))
                .andExpect(status().isNotFound());
    }
}
