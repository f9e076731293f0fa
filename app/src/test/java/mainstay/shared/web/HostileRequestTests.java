package mainstay.shared.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.util.Locale;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Nothing that somebody sends is our failure, and nothing misspelt is answered as if it had been meant.
@Story
class HostileRequestTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private ResultActions asDirector(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + cast.token(cast.director())));
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_known_ones() throws Exception {
        asDirector(get("/api/v1/portfolio?as_of=2026-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("no parameter as_of")))
                .andExpect(jsonPath("$.detail").value(containsString("as-of, asOf, by, from")));
        asDirector(get("/api/v1/imports/7?page=2")).andExpect(status().isUnprocessableContent());
        asDirector(get("/api/v1/key-accounts?grouped=true")).andExpect(status().isUnprocessableContent());
        asDirector(multipart("/api/v1/imports")
                        .file(new MockMultipartFile("file", "s.csv", "text/csv", new byte[] {'a'}))
                        .param("dateFormat", "d/M/yyyy"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("date-format")));
    }

    @Test
    void parameters_may_be_named_as_on_the_command_line() throws Exception {
        asDirector(get("/api/v1/portfolio?as-of=2026-01-31&gross=&group=true&by=billed&json=true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.asOf").value("2026-01-31"));
        asDirector(get("/api/v1/key-accounts?group=")).andExpect(status().isOk());
        asDirector(get("/api/v1/portfolio?gross=true&view=net"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("view and gross contradict each other."));
        asDirector(get("/api/v1/portfolio?gross=yes")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"code\":",
                "{\"code\":\"A\",\"creditLimit\":\"abc\"}",
                "{\"code\":\"A\",\"creditLimit\":1e30}",
                "{\"code\":\"A\",\"holding\":1e999999999}",
                "{\"code\":\"A\",\"paymentTerm\":99999999999}",
                "{\"code\":\"A\",\"name\":\"\\u0000\"}",
                "{\"code\":\"A\",\"name\":\"\\u202Eevil\"}"
            })
    void json_that_cannot_be_taken_is_the_senders_mistake(String json) throws Exception {
        asDirector(post("/api/v1/accounts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.instance").value("/api/v1/accounts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts?region=%00",
                "/api/v1/accounts?q=%00",
                "/api/v1/accounts?q=%E2%80%AE",
                "/api/v1/accounts?sort=%00",
                "/api/v1/accounts?page=0",
                "/api/v1/accounts?size=99999999999",
                "/api/v1/portfolio?asOf=%2B999999999-12-31",
                "/api/v1/portfolio?as-of=0001-01-01",
                "/api/v1/portfolio?from=yesterday",
                "/api/v1/portfolio?by=%00"
            })
    void parameters_that_cannot_be_taken_are_the_senders_mistake(String address) throws Exception {
        asDirector(get(URI.create(address))).andExpect(status().is4xxClientError());
    }

    @Test
    void a_page_refuses_the_same() throws Exception {
        web.perform(get(URI.create("/accounts?region=%00")).with(cast.signedIn(cast.director())))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/sign-in").param("username", "a\0b").param("password", "x"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void a_bad_day_is_named() throws Exception {
        asDirector(get("/api/v1/portfolio?asOf=yesterday"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("The value of asOf cannot be taken")));
    }

    @Test
    void what_a_filter_refuses_names_the_address_that_was_asked() throws Exception {
        web.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 401)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/portfolio"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.instance").value("/api/v1/portfolio"));
    }

    @Test
    void the_browser_finds_its_icon() throws Exception {
        web.perform(get("/favicon.ico")).andExpect(status().isOk());
    }

    @Test
    void a_token_opens_the_description_of_the_api() throws Exception {
        asDirector(get("/api/docs/openapi")).andExpect(status().isOk());
        web.perform(get("/api/docs/openapi").header("Authorization", "Bearer mst_wrong"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/docs/openapi")).andExpect(status().isFound());
    }

    @Test
    void a_number_is_asked_for_as_a_number_and_what_is_missing_is_named() throws Exception {
        for (String page : new String[] {"soon", "99999999999999999999"}) {
            web.perform(get("/people")
                            .param("page", page)
                            .locale(Locale.ENGLISH)
                            .with(cast.signedIn(cast.director())))
                    .andExpect(status().isBadRequest())
                    .andExpect(
                            content()
                                    .string(
                                            containsString(
                                                    "The value of “Page” cannot be taken. Write a number in digits, with at most 9 of them.")));
        }
        web.perform(get("/people")
                        .param("page", "soon")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("“页码” 的值无法接受。请用数字填写，最多 9 位。")));
        web.perform(post("/today/reopenings")
                        .param("rule", "x")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nothing was written in “")))
                .andExpect(content().string(containsString("action=\"/today/reopenings\"")))
                .andExpect(content().string(containsString("name=\"rule\" value=\"x\"")));
    }

    @Test
    void a_page_says_what_of_its_address_it_does_not_know() throws Exception {
        web.perform(get("/people?asOf=2020-01-01").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("holds what the page does not know: asOf")));
    }

    @Test
    void a_form_with_a_secret_is_not_repeated() throws Exception {
        web.perform(post("/profile/password")
                        .param("old", "harbour-lantern-41")
                        .param("password", "harbour-\u202Elantern")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The text in “Password” holds characters")))
                .andExpect(content().string(not(containsString("harbour"))));
    }

    @Test
    void what_a_filter_refuses_is_told_to_who_is_signed_in_on_the_pages_of_the_product() throws Exception {
        MockHttpServletRequestBuilder refused = get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 422)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/accounts")
                .locale(Locale.ENGLISH);
        web.perform(refused.with(cast.signedIn(cast.director())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"/plans\"")))
                .andExpect(content().string(containsString("Something in what was sent cannot be taken.")))
                .andExpect(content().string(containsString("Request number")));
    }
}
