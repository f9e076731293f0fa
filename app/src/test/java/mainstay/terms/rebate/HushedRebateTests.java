package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Grants;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A rebate that few know asks for its payout in Today; mails and calendars, which others may read too, tell neither
/// whose it is nor that it is one, whether the rule asks or a colleague does.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HushedRebateTests {

    private static final String NOTE = "Quietly, before the fair";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private User manager;
    private User other;
    private String subject;
    private String path;

    @BeforeAll
    void a_confidential_ladder_of_a_year_that_is_over(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired Grants grants) {
        RebateTestbed bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,customer name,document,date,amount
                ONE,Onefold,1,2025-06-15,91234
                LAST,Last,2,2026-11-13,1
                """);
        bed.ladder("Hushed", "year", "2025-01-01", 10, 0.04);
        bed.inside("update terms.ladder set confidential = true, roles = '{director}' where name = 'Hushed'");
        bed.agree("ONE", "Hushed", "2025-01-01", false);
        manager = cast.keyAccountManager();
        other = cast.another("sun", "孙总", Role.DIRECTOR);
        bed.shown(grants, "story", manager, "ONE");
        Rebate due = bed.of("ONE", "Hushed", "2025-01-01");
        subject = "ONE/" + due.ladderId() + "/" + due.periodFrom();
        path = due.path();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String mail(User user) throws Exception {
        return page(user, "/today/digest").replaceAll("(?s).*<pre class=\"digest\"[^>]*>(.*?)</pre>.*", "$1");
    }

    private void hand(User to) throws Exception {
        send(
                        cast.director(),
                        post("/today/handings")
                                .param("rule", "rebateDue")
                                .param("subject", subject)
                                .param("to", to.name())
                                .param("note", NOTE))
                .andExpect(redirectedUrl("/today"));
    }

    @Test
    void a_mail_says_that_something_asks_and_not_what() throws Exception {
        assertThat(page(other, "/today")).contains("Pay out the rebate of Onefold");

        assertThat(mail(other))
                .contains("A rebate that few know asks for you", "Open Mainstay to read which")
                .doesNotContain("Pay out", "Hushed", path);
    }

    @Test
    void what_was_handed_on_is_told_without_account_note_and_link() throws Exception {
        hand(manager);
        assertThat(page(manager, "/today")).contains("Rebates to pay out, Onefold", NOTE, path);

        assertThat(mail(manager))
                .contains("王总 asks you to look at something", "Open Mainstay to read what it is")
                .doesNotContain("ebate", NOTE, path);
        assertThat(feed(manager)).contains("BEGIN:VCALENDAR").doesNotContain("ebate", NOTE, path);

        hand(other);
        assertThat(page(other, "/today")).contains("Pay out the rebate of Onefold", NOTE);
        assertThat(mail(other))
                .as("it stands on that list anyway")
                .contains("A rebate that few know asks for you")
                .doesNotContain("Pay out", NOTE, path);
    }

    private String feed(User user) throws Exception {
        String secret = send(user, post("/activities/calendar"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*/calendar/([\\w-]+)/today\\.ics.*", "$1");
        return web.perform(get("/calendar/" + secret + "/today.ics").locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
