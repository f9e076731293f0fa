package mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import mainstay.accounts.AccountField;
import mainstay.accounts.AccountMaster;
import mainstay.accounts.AccountMasters;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The operator's commands, as `bin/mainstay user ...` runs them.
@Story
class UserCommandTests {

    @Autowired
    CommandLineRunner commands;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    AccountMasters masters;

    @Autowired
    Accounts accounts;

    private String said = "";

    private int run(String... words) {
        PrintStream before = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            return commands.run(words);
        } finally {
            System.setOut(before);
            said = heard.toString(StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void an_added_user_signs_in_with_the_printed_password() throws Exception {
        assertThat(run("user", "add", "sun", "--role", "director", "--full-name", "孙总"))
                .isZero();

        web.perform(post("/sign-in")
                        .param("name", "sun")
                        .param("password", said.replaceFirst(".*: ", ""))
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void the_operator_lets_somebody_back_in() throws Exception {
        cast.controller();

        assertThat(run("user", "password", "chen")).isZero();

        web.perform(post("/sign-in")
                        .param("name", "chen")
                        .param("password", said.replaceFirst(".*: ", ""))
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_token_from_the_command_line_opens_the_api() throws Exception {
        cast.director();

        assertThat(run("user", "token", "wang")).isZero();

        web.perform(get("/api/v1/accounts").header("Authorization", "Bearer " + said))
                .andExpect(status().isOk());
    }

    @Test
    void a_token_from_the_command_line_opens_what_it_was_made_for() throws Exception {
        cast.director();

        assertThat(run("user", "token", "wang", "--scope", "read-archive,import", "--days", "7"))
                .isZero();
        web.perform(get("/api/v1/accounts").header("Authorization", "Bearer " + said))
                .andExpect(status().isForbidden());
        assertThat(run("user", "token", "wang", "--scope", "everything")).isEqualTo(1);
        assertThat(run("user", "token", "wang", "--days", "366")).isEqualTo(1);
    }

    @Test
    void the_operator_says_which_manager_of_the_files_somebody_is() {
        User viewer = cast.viewer();
        Acting.asOperator(() -> masters.apply(
                1,
                "crm",
                EnumSet.of(AccountField.MANAGER),
                List.of(AccountMaster.named(2, "V-1", "Vale").lookedAfterBy("M-77", "Somebody Else"))));

        assertThat(run("user", "manager", "qian", "M-77")).isZero();
        assertThat(said).isEqualTo("qian: M-77");
        assertThat(cast.as(viewer, () -> accounts.byCode("V-1")).orElseThrow().managerId())
                .isEqualTo(viewer.id());

        assertThat(run("user", "manager", "qian", "M-77", "--remove")).isZero();
        assertThat(run("user", "manager", "qian")).isZero();
        assertThat(said).isEqualTo("qian: no manager");
        assertThat(run("user", "manager", "qian", "no-such-manager")).isEqualTo(1);
        cast.keyAccountManager();
        assertThat(run("--user", "li", "user", "manager", "li", "M-77")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_done_is_said_and_has_an_exit_code() {
        assertThat(run("user", "add", "x")).isEqualTo(1);
        assertThat(run("user", "add", "somebody", "--role", "emperor")).isEqualTo(1);
        assertThat(run("user", "password", "nobody-of-this-name")).isEqualTo(1);
        assertThat(run("no-such-command")).isEqualTo(2);
        assertThat(run("--user", "nobody-of-this-name", "user", "list")).isEqualTo(2);
    }

    @Test
    void metrics_are_for_administrators() throws Exception {
        web.perform(get("/actuator/prometheus").header("Authorization", "Bearer " + cast.token(cast.viewer())))
                .andExpect(status().isForbidden());
        web.perform(get("/actuator/health")).andExpect(status().isOk());
    }
}
