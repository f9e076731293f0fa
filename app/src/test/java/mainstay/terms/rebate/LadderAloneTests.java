package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A version that changes what was earned wants a second person, except in a firm of one.
@Story
class LadderAloneTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Ladders ladders;

    @Autowired
    FirmDesk firm;

    @Autowired
    PlatformTransactionManager transactions;

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(cast.director())));
    }

    private MockHttpServletRequestBuilder past(String name) {
        return post("/rebates/new")
                .param("name", name)
                .param("basis", "revenue")
                .param("cycle", "year")
                .param("spread", "whole")
                .param("currency", firm.settings().currency())
                .param("from", "2025-01-01")
                .param("threshold", "1")
                .param("rate", "1");
    }

    private Ladder ladder(String name) {
        return Acting.asOperator(() -> ladders.all()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_is_alone_in_the_firm_puts_it_in_force_and_that_is_recorded() throws Exception {
        send(past("Alone")).andExpect(status().is3xxRedirection());
        Ladder alone = ladder("Alone");
        send(get(alone.path()))
                .andExpect(content().string(containsString("you are the only one in the firm, and this is recorded")));
        send(post(alone.path() + "/publication").param("version", "1")).andExpect(redirectedUrl(alone.path()));
        assertThat(ladder("Alone").alone()).isTrue();
        send(get(alone.path())).andExpect(content().string(containsString("alone in the firm")));

        cast.controller();
        send(past("Two")).andExpect(status().is3xxRedirection());
        Ladder two = ladder("Two");
        send(post(two.path() + "/publication").param("version", "1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("before the current period")));
        assertThat(ladder("Two").isDraft()).isTrue();
        nobodyElseIsPassedOver(two);
    }

    private void nobodyElseIsPassedOver(Ladder draft) {
        assertThatThrownBy(() -> cast.as(
                        cast.director(),
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> ladders.publish(draft.versionId(), true))))
                .rootCause()
                .hasMessageContaining("alone_in_the_firm");
    }
}
