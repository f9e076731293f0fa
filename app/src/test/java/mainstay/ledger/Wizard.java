package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mainstay.identity.User;
import mainstay.testing.Cast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Somebody who imports by browser.
final class Wizard {

    private final MockMvc web;
    private final Cast cast;
    private final User user;

    Wizard(MockMvc web, Cast cast, User user) {
        this.web = web;
        this.cast = cast;
        this.user = user;
    }

    /// Sends a file; the address of its draft.
    String send(String name, String text) throws Exception {
        return send(name, text.getBytes(StandardCharsets.UTF_8), "", null);
    }

    String send(String name, byte[] bytes, String kind, @Nullable Long replaces) throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", name, "text/csv", bytes);
        var request = multipart(HttpMethod.POST, "/imports/drafts").file(file);
        request.param("kind", kind);
        if (replaces != null) {
            request.param("replaces", String.valueOf(replaces));
        }
        return goesTo(web.perform(request.with(cast.signedIn(user))).andReturn().getResponse());
    }

    MockHttpServletResponse correct(String batch, String text) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("file", "corrected.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return web.perform(multipart(HttpMethod.POST, batch + "/correction")
                        .file(file)
                        .with(cast.signedIn(user)))
                .andReturn()
                .getResponse();
    }

    String page(String address) throws Exception {
        MockHttpServletResponse response = see(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse see(String address) throws Exception {
        return web.perform(get(address).with(cast.signedIn(user))).andReturn().getResponse();
    }

    /// @param fields name and value in turn
    MockHttpServletResponse tell(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(cast.signedIn(user))).andReturn().getResponse();
    }

    /// Imports a draft and waits for the end; the address of the report.
    String imported(String draft, String... fields) throws Exception {
        return ended(goesTo(tell(draft + "/import", fields)));
    }

    String ended(String batch) throws Exception {
        for (int i = 0; i < 3_000; i++) {
            if (!page(batch).contains("hx-trigger=\"every 1s\"")) {
                return batch;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(batch + " does not end");
    }

    static long number(String address) {
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    static String goesTo(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isIn(302, 303);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }
}
