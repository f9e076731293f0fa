package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.accounts.ListTestbed.Told;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@Story
class BulkAssignmentTests {

    private static final String ASSIGNMENTS = "/accounts/assignments";

    private final ListTestbed list;
    private final Cast cast;
    private final Accounts accounts;
    private final UserDesk users;
    private final ManagerAssignments managers;

    @Autowired
    BulkAssignmentTests(
            MockMvc web,
            Cast cast,
            AccountMasters masters,
            BatchNumbers numbers,
            Accounts accounts,
            UserDesk users,
            ManagerAssignments managers) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
        this.accounts = accounts;
        this.users = users;
        this.managers = managers;
    }

    @BeforeEach
    void four_shops_with_two_managers() {
        list.bring(
                new Told("S-1", "Harbour", "North", "M1", null),
                new Told("S-2", "Mill", "South", "M1", null),
                new Told("S-3", "Tower", "South", "M2", null),
                new Told("S-4", "Bridge", "South", null, null));
    }

    @Test
    void what_is_selected_changes_hands_together_and_each_account_tells_it() throws Exception {
        User wang = cast.director();
        String chosen = "?account=" + id("S-2") + "&account=" + id("S-4");
        String preview = list.text(wang, ASSIGNMENTS + "/new" + chosen);
        assertThat(preview)
                .contains("2 accounts", "Mill", "Bridge", "M1", "nobody")
                .doesNotContain("Harbour");

        String made = assigned(wang, chosen, "code:M2");
        assertThat(managerOf("S-2")).isEqualTo("M2");
        assertThat(managerOf("S-4")).isEqualTo("M2");
        assertThat(managerOf("S-1")).isEqualTo("M1");
        assertThat(list.text(wang, made)).contains("2 accounts were assigned to M2");
        assertThat(list.text(wang, "/accounts/S-2/timeline")).contains("Manager changed from M1 to M2, by hand.");
        assertThat(list.text(wang, "/accounts/S-4/timeline")).contains("Manager changed from none to M2, by hand.");
    }

    @Test
    void taking_it_back_restores_who_was_before_and_leaves_what_was_decided_since() throws Exception {
        User wang = cast.director();
        String chosen = "?all=true&region=South";
        String made = assigned(wang, chosen, "code:M1");
        list.bring(new Told("S-3", "Tower", "South", "M9", null));

        list.send(wang, made + "/withdrawal");
        assertThat(managerOf("S-2")).isEqualTo("M1");
        assertThat(managerOf("S-3")).isEqualTo("M9");
        assertThat(managerOf("S-4")).isNull();
        assertThat(list.text(wang, made)).contains("Taken back by " + wang.name());
        assertThat(list.text(wang, "/accounts/S-4/timeline")).contains("taken back: manager changed from M1 to none");

        list.send(wang, made + "/withdrawal");
        assertThat(managerOf("S-3")).isEqualTo("M9");
    }

    @Test
    void a_file_that_comes_later_wins() throws Exception {
        assigned(cast.director(), "?account=" + id("S-1"), "code:M2");
        assertThat(managerOf("S-1")).isEqualTo("M2");
        list.bring(new Told("S-1", "Harbour", "North", "M1", null));
        assertThat(managerOf("S-1")).isEqualTo("M1");
    }

    @Test
    void somebody_whom_no_file_names_gets_the_accounts_and_sees_them_at_once() throws Exception {
        User li = cast.keyAccountManager();
        assertThat(list.text(li, "/accounts")).doesNotContain("Harbour");

        assigned(cast.administrator(), "?account=" + id("S-1"), "user:" + li.id());
        assertThat(list.text(li, "/accounts")).contains("Harbour").doesNotContain("Tower");
        assigned(cast.administrator(), "?account=" + id("S-1"), "nobody");
        assertThat(list.text(li, "/accounts")).doesNotContain("Harbour");
        assertThat(managerOf("S-1")).isNull();
    }

    @Test
    void somebody_whose_sign_in_name_is_the_code_of_another_gets_a_code_of_their_own() throws Exception {
        User zhou = Acting.asOperator(() -> {
            users.add("zhou", "周经理", Role.KAM, Cast.PASSWORD);
            return users.byName("zhou").orElseThrow();
        });
        list.bring(new Told("S-3", "Tower", "South", "zhou", null));
        Acting.asOperator(() -> {
            managers.put(cast.keyAccountManager().id(), Set.of("zhou"));
            return true;
        });

        assigned(cast.administrator(), "?account=" + id("S-1"), "user:" + zhou.id());
        assertThat(managerOf("S-1")).isEqualTo("zhou-2");
        assertThat(list.text(zhou, "/accounts")).contains("Harbour").doesNotContain("Tower");
        Acting.asOperator(() -> {
            managers.put(cast.keyAccountManager().id(), Set.of());
            return true;
        });
    }

    @Test
    void what_changed_since_the_preview_is_shown_again_and_nothing_is_done() throws Exception {
        User wang = cast.director();
        String chosen = "?all=true&region=South";
        String mark = mark(list.text(wang, ASSIGNMENTS + "/new" + chosen));
        list.bring(new Told("S-2", "Mill", "South", "M2", null));

        MockHttpServletResponse answer = list.send(wang, ASSIGNMENTS + chosen, "to", "code:M1", "mark", mark);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Meanwhile something changed", "<option value=\"code:M1\" selected>");
        assertThat(managerOf("S-3")).isEqualTo("M2");
    }

    @Test
    void somebody_who_left_in_between_is_told_of_in_words() throws Exception {
        User wang = cast.director();
        long leaver = Acting.asOperator(() -> {
            users.add("sun", "孙经理", Role.KAM, Cast.PASSWORD);
            return users.byName("sun").orElseThrow().id();
        });
        String chosen = "?account=" + id("S-1");
        String preview = list.text(wang, ASSIGNMENTS + "/new" + chosen);
        assertThat(preview).contains("孙经理");
        Acting.asOperator(() -> users.disable(leaver));

        assertThat(refused(wang, chosen, "user:" + leaver)).contains("孙经理 has left");
        assertThat(refused(wang, chosen, "code:NOBODY-HERE")).contains("There is no manager NOBODY-HERE any more");
        assertThat(refused(wang, chosen, "")).contains("Please choose who shall look after");
        assertThat(refused(wang, chosen, "code:" + managerOf("S-1"))).contains("already");
        assertThat(list.text(wang, ASSIGNMENTS + "/new" + chosen)).doesNotContain("孙经理");
    }

    @Test
    void only_directors_and_administrators_assign() throws Exception {
        for (User other : List.of(cast.controller(), cast.keyAccountManager(), cast.agent(), cast.viewer())) {
            assertThat(list.look(other, ASSIGNMENTS + "/new?all=true").getStatus())
                    .as(other.name())
                    .isEqualTo(403);
            assertThat(list.text(other, "/accounts")).doesNotContain("name=\"account\"", ASSIGNMENTS);
        }
        assertThat(list.text(cast.director(), "/accounts")).contains("name=\"account\"");
    }

    @Test
    void nonsense_changes_nothing() throws Exception {
        User wang = cast.director();
        assertThat(list.text(wang, ASSIGNMENTS + "/new")).contains("No account is selected");
        assertThat(list.look(wang, ASSIGNMENTS + "/new?account=abc").getStatus())
                .isEqualTo(400);
        assertThat(list.look(wang, ASSIGNMENTS + "/new?account=999999999").getStatus())
                .isEqualTo(200);
        assertThat(list.send(wang, ASSIGNMENTS, "to", "nobody").getStatus()).isEqualTo(422);
        assertThat(list.look(wang, ASSIGNMENTS + "/123456789").getStatus()).isEqualTo(404);
        assertThat(list.look(wang, ASSIGNMENTS + "/new?" + "account=1&".repeat(501))
                        .getStatus())
                .isEqualTo(422);
    }

    private String assigned(User by, String chosen, String to) throws Exception {
        String mark = mark(list.text(by, ASSIGNMENTS + "/new" + chosen));
        MockHttpServletResponse answer = list.send(by, ASSIGNMENTS + chosen, "to", to, "mark", mark);
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private String refused(User by, String chosen, String to) throws Exception {
        String mark = mark(list.text(by, ASSIGNMENTS + "/new" + chosen));
        MockHttpServletResponse answer = list.send(by, ASSIGNMENTS + chosen, "to", to, "mark", mark);
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }

    private static String mark(String page) {
        Matcher mark = Pattern.compile("name=\"mark\" value=\"(-?\\d+)\"").matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private long id(String code) {
        return Acting.asOperator(
                () -> accounts.byCode(code).map(AccountCard::id).orElseThrow());
    }

    private @Nullable String managerOf(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow()).managerCode();
    }
}
