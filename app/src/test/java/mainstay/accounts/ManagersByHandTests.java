package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The files say E07 Li Jingli, E08 Kayla; who that is here, an administrator says.
@Story
class ManagersByHandTests {

    private static long batch = 100;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    AccountMasters masters;

    @Autowired
    Accounts accounts;

    @Autowired
    Timeline timeline;

    @BeforeEach
    void three_accounts_of_three_managers() {
        bring(managed("A-1", "E07", "Li Jingli"), managed("A-2", "E08", "Kayla"), managed("A-3", "E09", "李经理"));
    }

    @Test
    void an_assigned_manager_sees_the_accounts_and_those_of_later_imports() throws Exception {
        User manager = cast.keyAccountManager();
        put(manager, "E07", "E08");

        assertThat(seen(manager)).containsExactly("A-1", "A-2");

        bring(managed("A-1", "E07", null), managed("A-9", "E07", null));
        assertThat(seen(manager)).containsExactly("A-1", "A-2", "A-9");
    }

    @Test
    void taking_a_code_away_ends_the_access_even_where_the_names_are_the_same() throws Exception {
        User manager = cast.keyAccountManager();
        put(manager, "E07", "E09");
        assertThat(seen(manager)).contains("A-1", "A-3");

        put(manager, "E07");
        assertThat(seen(manager)).contains("A-1").doesNotContain("A-3");

        bring(managed("A-3", "E09", "李经理"), managed("A-4", "E09", "李经理"));
        assertThat(seen(manager)).doesNotContain("A-3", "A-4");

        put(manager);
        assertThat(seen(manager)).isEmpty();
    }

    @Test
    void a_code_has_one_user_and_the_list_says_who() throws Exception {
        User manager = cast.keyAccountManager();
        User director = cast.director();
        put(manager, "E08");
        put(director, "E08");

        assertThat(seen(manager)).doesNotContain("A-2");
        web.perform(get("/settings/users/" + manager.id() + "/managers").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString(director.fullName())));
        web.perform(get("/settings/users").with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("manager E08")));
    }

    @Test
    void only_administrators_decide_and_the_timeline_keeps_it() throws Exception {
        User manager = cast.keyAccountManager();
        web.perform(post("/settings/users/" + manager.id() + "/managers")
                        .param("code", "E07")
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().isForbidden());

        put(manager, "E07");

        assertThat(cast.as(cast.administrator(), () -> timeline.ofFirm(1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("what", "managers"))
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("value", "E07"))
                .satisfies(entry ->
                        assertThat(entry.actor()).isEqualTo(cast.administrator().name()));
    }

    @Test
    void a_code_that_no_file_has_is_refused() throws Exception {
        change(cast.keyAccountManager(), "E99").andExpect(status().is(422));
    }

    private void put(User user, String... codes) throws Exception {
        change(user, codes).andExpect(redirectedUrl("/settings/users"));
    }

    private ResultActions change(User user, String... codes) throws Exception {
        return web.perform(post("/settings/users/" + user.id() + "/managers")
                .param("code", codes)
                .with(cast.signedIn(cast.administrator())));
    }

    private List<String> seen(User user) {
        return cast.as(
                user,
                () -> List.of("A-1", "A-2", "A-3", "A-4", "A-9").stream()
                        .filter(code -> accounts.byCode(code).isPresent())
                        .toList());
    }

    private void bring(AccountMaster... rows) {
        Acting.asOperator(() -> masters.apply(++batch, "crm", EnumSet.of(AccountField.MANAGER), Arrays.asList(rows)));
    }

    private static AccountMaster managed(String code, String manager, @Nullable String name) {
        return AccountMaster.named(2, code, null).lookedAfterBy(manager, name);
    }
}
