package mainstay.workbench.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.FirmDesk;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.workbench.TodayLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Mails that go to a real mail server.
@Story
class DigestTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    Clock time;

    @Autowired
    DigestWriter writer;

    @Autowired
    Digests digests;

    @Autowired
    UserDesk users;

    @Autowired
    FirmDesk firm;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void a_small_ledger_and_a_mail_server() {
        clock.reset();
        TodayLedger.fill();
        server.start();
    }

    @AfterEach
    void the_server_ends() {
        server.stop();
    }

    private MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "none", "", "", "mainstay@firm.example", "");
    }

    private void send(MailSettings settings) {
        Acting.run(
                Actor.itself(),
                new DigestRun(settings, new Mailer(settings), writer, digests, users, firm, time)::send);
    }

    private ResultActions want(User user, String address, String hour) throws Exception {
        return web.perform(post("/today/digest")
                .param("address", address)
                .param("hour", hour)
                .param("on", "yes")
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) mail.getContent();
    }

    @Test
    void the_list_goes_out_once_each_working_morning() throws Exception {
        want(cast.director(), "director@firm.example", "7").andExpect(status().is3xxRedirection());
        want(cast.viewer(), "viewer@firm.example", "7");

        send(settings(server.getSmtp().getPort()));
        send(settings(server.getSmtp().getPort()));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).startsWith("4 things ask for you");
        assertThat(mails[0].getAllRecipients()[0]).hasToString("director@firm.example");
        assertThat(text(mails[0])).contains("* Collect from Harbour", "/accounts/H1/receivables", "/today/digest");

        clock.advance(Duration.ofDays(1));
        send(settings(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void nothing_goes_out_before_the_hour_or_at_a_weekend() throws Exception {
        want(cast.director(), "director@firm.example", "20");
        send(settings(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).isEmpty();

        want(cast.director(), "director@firm.example", "7");
        clock.advance(Duration.ofDays(5));
        send(settings(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void who_reads_chinese_gets_chinese() throws Exception {
        String text = cast.as(
                cast.director(),
                () -> writer.write("王丽", Locale.SIMPLIFIED_CHINESE).text());
        assertThat(text).contains("王丽", "您的待办").doesNotContain("Good morning");
    }

    @Test
    void a_server_that_does_not_answer_is_tried_three_times_and_told_to_the_administrator() throws Exception {
        want(cast.director(), "director@firm.example", "7");
        int port = server.getSmtp().getPort();
        server.stop();
        for (int minute = 0; minute < 60; minute++) {
            send(settings(port));
            clock.advance(Duration.ofMinutes(1));
        }

        List<SentDigest> own = cast.as(cast.director(), () -> digests.ownMails(9));
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().state()).isEqualTo("failed");
        assertThat(own.getFirst().attempts()).isEqualTo(3);
        web.perform(get("/today").locale(Locale.ENGLISH).with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("See to the mail server")));
    }

    @Test
    void an_address_is_one_address_of_the_firm() throws Exception {
        for (String nonsense : List.of(
                "",
                "me",
                "a@b",
                "a@firm.example\r\nBcc: all@x.example",
                "a@firm.example, b@firm.example",
                "x".repeat(250) + "@f.cn")) {
            want(cast.director(), nonsense, "7").andExpect(status().isUnprocessableContent());
        }
        for (String hour : List.of("", "3", "21", "7.5", "seven")) {
            want(cast.director(), "director@firm.example", hour).andExpect(status().isUnprocessableContent());
        }
        MailSettings own = new MailSettings("h", 25, "none", "", "", "m@firm.cn", "firm.cn, Firm.com");
        assertThat(own.takes("li@firm.cn")).isTrue();
        assertThat(own.takes("li@FIRM.com")).isTrue();
        assertThat(own.takes("li@elsewhere.cn")).isFalse();
        assertThat(own.takes("li@notfirm.cn")).isFalse();
    }

    @Test
    void the_page_shows_what_would_be_sent_where_there_is_no_server() throws Exception {
        web.perform(get("/today/digest").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("No mail server is set")))
                .andExpect(content().string(containsString("* Collect from Harbour")));
    }
}
