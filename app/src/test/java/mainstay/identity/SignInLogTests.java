package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Every try to sign in is written down with its kind of end, and with nothing that was typed.
@Story
class SignInLogTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    SignInLog log;

    @Autowired
    UserDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private void tryToSignIn(String name, String password, String agent) throws Exception {
        web.perform(post("/sign-in")
                .param("name", name)
                .param("password", password)
                .header("User-Agent", agent)
                .with(csrf()));
    }

    private SignInEntry latestOf(User user) {
        return cast.as(user, () -> log.page(SignInWish.of(user.id()), 1, 0)).getFirst();
    }

    private ResultActions administrator(String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(cast.administrator())));
    }

    private <T> T within(User user, Supplier<T> work) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get())));
    }

    @Test
    void each_kind_of_end_has_its_word() throws Exception {
        User user = cast.another("deng", "邓经理", Role.KAM);
        tryToSignIn("deng", "wrong one entirely", "Firefox/140.0");
        assertThat(latestOf(user).result()).isEqualTo(SignInResult.WRONG_PASSWORD);
        assertThat(latestOf(user).arrival().device().browser()).isEqualTo("firefox");

        tryToSignIn(" DENG ", Cast.PASSWORD, "");
        assertThat(latestOf(user).result()).isEqualTo(SignInResult.SIGNED_IN);
        assertThat(latestOf(user).way()).isEqualTo(SignInWay.PASSWORD);

        cast.as(cast.administrator(), () -> desk.disable(user.id()));
        tryToSignIn("deng", Cast.PASSWORD, "");
        assertThat(latestOf(user).result()).isEqualTo(SignInResult.SHUT_OUT);
        cast.as(cast.administrator(), () -> desk.enable(user.id()));

        for (int guess = 0; guess <= SignInAttempts.PER_NAME_AND_ADDRESS; guess++) {
            tryToSignIn("deng", "guess number " + guess, "");
        }
        assertThat(latestOf(user).result()).isEqualTo(SignInResult.TOO_MANY_TRIES);
    }

    @Test
    void neither_passwords_nor_names_that_nobody_has_are_kept() throws Exception {
        tryToSignIn("Tr0ub4dor&3 in the wrong field", "and-another-secret", "");

        String rows = within(
                cast.administrator(),
                () -> database.sql("select string_agg(s::text, ' ') from identity.sign_in s")
                        .query(String.class)
                        .single());
        assertThat(rows).contains("unknownName").doesNotContainIgnoringCase("tr0ub4dor", "another-secret");
        administrator("/settings/sign-ins").andExpect(content().string(containsString("a name that nobody has")));
    }

    @Test
    void everybody_reads_their_own_and_administrators_all() throws Exception {
        User viewer = cast.viewer();
        User director = cast.director();
        tryToSignIn("qian", Cast.PASSWORD, "");
        tryToSignIn("wang", Cast.PASSWORD, "");

        for (User reader : List.of(viewer, director)) {
            assertThat(within(
                            reader,
                            () -> database.sql("select distinct user_id from identity.sign_in")
                                    .query(Long.class)
                                    .list()))
                    .containsExactly(reader.id());
        }
        assertThat(within(
                        cast.administrator(),
                        () -> database.sql("select distinct user_id from identity.sign_in where user_id is not null")
                                .query(Long.class)
                                .list()))
                .contains(viewer.id(), director.id());
        assertThat(database.sql("select count(*) from identity.sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
        web.perform(get("/settings/sign-ins").with(cast.signedIn(director))).andExpect(status().isForbidden());
        web.perform(get("/settings/sign-ins.csv").with(cast.signedIn(director))).andExpect(status().isForbidden());
    }

    @Test
    void nothing_of_it_can_be_changed_or_removed() {
        for (String sql : List.of(
                "update identity.sign_in set result = 'signedIn'",
                "delete from identity.sign_in",
                "truncate identity.sign_in")) {
            assertThatThrownBy(() ->
                            within(cast.administrator(), () -> database.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void filters_narrow_the_log_and_nonsense_is_refused() throws Exception {
        cast.viewer();
        tryToSignIn("qian", "wrong one entirely", "");
        administrator("/settings/sign-ins?user=qian&result=refused")
                .andExpect(content().string(containsString("wrong password")));
        administrator("/settings/sign-ins?user=qian&result=refused&way=passkey")
                .andExpect(content().string(containsString("No sign-ins")));
        administrator("/settings/sign-ins?from=2026-11-17").andExpect(content().string(containsString("No sign-ins")));
        administrator("/settings/sign-ins?user=no-such-person").andExpect(status().isNotFound());
        for (String nonsense : List.of(
                "way=telepathy", "result=maybe", "from=yesterday", "until=9999-12-31", "page=0", "page=2000000")) {
            administrator("/settings/sign-ins?" + nonsense).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void the_file_holds_nothing_that_a_spreadsheet_would_run() throws Exception {
        cast.agent();
        tryToSignIn("zhao", Cast.PASSWORD, "=HYPERLINK(\"https://evil.example\",\"x\")");

        administrator("/settings/sign-ins.csv?user=zhao")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(containsString("'=HYPERLINK")))
                .andExpect(content().string(not(containsString(",=HYPERLINK"))));
    }

    @Test
    void what_is_older_than_the_firm_keeps_is_forgotten() throws Exception {
        User controller = cast.controller();
        tryToSignIn("chen", Cast.PASSWORD, "");
        rules("90").andExpect(redirectedUrl("/settings/sign-ins"));
        clock.advance(Duration.ofDays(89));
        Acting.run(Actor.itself(), log::forget);
        assertThat(cast.as(controller, () -> log.count(SignInWish.of(controller.id()))))
                .isPositive();

        clock.advance(Duration.ofDays(2));
        Acting.run(Actor.itself(), log::forget);
        assertThat(cast.as(controller, () -> log.count(SignInWish.of(controller.id()))))
                .isZero();
    }

    @Test
    void the_firm_keeps_it_for_a_time_that_makes_sense() throws Exception {
        for (String days : List.of("0", "29", "3651", "-5", "1e3", "٣٦٥", "99999999999999", "")) {
            rules(days)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("<strong role=\"alert\">Give a number of days")));
        }
        web.perform(post("/settings/sign-ins/rules").param("keptDays", "60").with(cast.signedIn(cast.director())))
                .andExpect(status().isForbidden());
    }

    private ResultActions rules(String days) throws Exception {
        return web.perform(post("/settings/sign-ins/rules")
                .locale(Locale.ENGLISH)
                .param("keptDays", days)
                .with(cast.signedIn(cast.administrator())));
    }
}
